#include "tests/simulators/chip/card/card.h"
#include "tests/simulators/chip/lab/vpcd_link.h"
#include "tests/simulators/chip/personalisation/data_groups.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include <getopt.h>

namespace {

using namespace chinhchu;
using namespace chinhchu::chip;
namespace fs = std::filesystem;

constexpr const char* usage =
    "cccd-simulator: a chip card that is not there, for pcscd's virtual reader (vpcd)\n"
    "\n"
    "  --profile FILE       which card (TOML, see profiles/)\n"
    "  --vpcd HOST:PORT     the virtual reader; default 127.0.0.1:35963\n"
    "  --pki DIR            where CSCA and signer are kept; default $XDG_CACHE_HOME/chinhchu/simulated-pki\n"
    "                       the certificates for a reader's trust folder are in DIR/csca\n"
    "  --photos DIR         where photographs are looked for after the profile's folder; default $CHINHCHU_PHOTOS\n"
    "  --wait MS            how long to try to connect; default 5000\n"
    "instead of serving:\n"
    "  --write-csca DIR     write what a reader may know of this card's issuer (.cer, .crl)\n"
    "  --dump DIR           write EF_COM.bin, EF_SOD.bin, EF_DGn.bin, EF_CardAccess.bin\n"
    "  --describe           print the keys that open the card: number, CAN, MRZ, QR code\n";

struct Options
{
    std::string profile, host = "127.0.0.1", port = "35963", writeCsca, dump;
    Workshop workshop;
    bool describe = false;
    int wait = 5000;
};

[[noreturn]] void refuse(const std::string& why)
{
    std::cerr << "cccd-simulator: " << why << "\n";
    std::exit(2);
}

Options parseArguments(int argc, char** argv)
{
    enum
    {
        Profile = 1,
        Vpcd,
        Pki,
        Photos,
        Wait,
        WriteCsca,
        Dump,
        Describe,
        Help
    };
    const option known[] = {{"profile", required_argument, nullptr, Profile},
                            {"vpcd", required_argument, nullptr, Vpcd},
                            {"pki", required_argument, nullptr, Pki},
                            {"photos", required_argument, nullptr, Photos},
                            {"wait", required_argument, nullptr, Wait},
                            {"write-csca", required_argument, nullptr, WriteCsca},
                            {"dump", required_argument, nullptr, Dump},
                            {"describe", no_argument, nullptr, Describe},
                            {"help", no_argument, nullptr, Help},
                            {}};
    Options options;
    for (int choice; (choice = ::getopt_long(argc, argv, "", known, nullptr)) != -1;) {
        const std::string value = optarg ? optarg : "";
        switch (choice) {
        case Profile:
            options.profile = value;
            break;
        case Vpcd: {
            const std::size_t colon = value.rfind(':');
            if (colon == std::string::npos)
                refuse("--vpcd needs HOST:PORT");
            options.host = value.substr(0, colon);
            options.port = value.substr(colon + 1);
            break;
        }
        case Pki:
            options.workshop.pki = value;
            break;
        case Photos:
            options.workshop.photos = value;
            break;
        case Wait:
            options.wait = std::atoi(value.c_str());
            break;
        case WriteCsca:
            options.writeCsca = value;
            break;
        case Dump:
            options.dump = value;
            break;
        case Describe:
            options.describe = true;
            break;
        case Help:
            std::cout << usage;
            std::exit(0);
        default:
            std::cerr << usage;
            std::exit(2);
        }
    }
    if (options.profile.empty() || optind != argc)
        refuse("--profile FILE is needed; --help tells more");
    return options;
}

void writeFile(const fs::path& file, ByteView content)
{
    std::ofstream stream(file, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    if (!stream.flush())
        throw LabError("cannot write " + file.string());
}

void writeIssuer(const Options& options)
{
    fs::create_directories(options.writeCsca);
    for (const auto& entry : fs::directory_iterator(fs::path(pkiFolder(options.workshop)) / "csca"))
        fs::copy_file(entry.path(), fs::path(options.writeCsca) / entry.path().filename(),
                      fs::copy_options::overwrite_existing);
}

void dumpFiles(const CardImage& card, const fs::path& folder)
{
    fs::create_directories(folder);
    const auto dump = [&](const std::string& name, const std::string& file) {
        if (const auto found = card.files.find(fileIdentifier(name)); found != card.files.end())
            writeFile(folder / file, found->second);
    };
    dump("EF.COM", "EF_COM.bin");
    dump("EF.SOD", "EF_SOD.bin");
    for (int number = 1; number <= 16; ++number)
        dump("DG" + std::to_string(number), "EF_DG" + std::to_string(number) + ".bin");
    if (!card.cardAccess.empty())
        writeFile(folder / "EF_CardAccess.bin", card.cardAccess);
}

void describe(const CardImage& card)
{
    std::cout << "title: " << card.profile.title << "\nnumber: " << card.profile.identity.number
              << "\ncan: " << card.can << "\nmrz-key: " << card.mrzInformation << "\nmrz: " << card.mrz
              << "\nqr: " << card.qr << "\n";
}

int serve(Card& card, const Options& options)
{
    VpcdLink link;
    if (!link.insert(options.host, options.port, options.wait)) {
        std::cerr << "cccd-simulator: nobody listens on " << options.host << ":" << options.port
                  << " (is pcscd with the vpcd driver running?)\n";
        return 3;
    }
    bool announced = false;
    while (const auto message = link.receive()) {
        if (message->size() != 1) {
            if (!link.send(card.process(*message)))
                break;
            continue;
        }
        switch ((*message)[0]) {
        case VpcdLink::PowerOff:
        case VpcdLink::PowerOn:
        case VpcdLink::Reset:
            card.reset();
            break;
        case VpcdLink::GetAtr:
            link.send(card.atr());
            break;
        default:
            break;
        }
        // The reader asked for the card's attention: from now on pcscd sees it.
        if (!std::exchange(announced, true))
            std::cout << "ready: " << options.profile << std::endl;
    }
    return 0;
}

int run(const Options& options)
{
    auto image = personalise(options.profile, options.workshop);
    if (!image)
        refuse(image.error());
    for (const std::string& warning : image->warnings)
        std::cerr << "cccd-simulator: " << warning << "\n";
    if (!options.writeCsca.empty())
        writeIssuer(options);
    if (!options.dump.empty())
        dumpFiles(*image, options.dump);
    if (options.describe)
        describe(*image);
    if (options.describe || !options.dump.empty() || !options.writeCsca.empty())
        return 0;
    Card card(std::move(*image));
    return serve(card, options);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(parseArguments(argc, argv));
    } catch (const std::exception& error) {
        refuse(error.what());
    }
}

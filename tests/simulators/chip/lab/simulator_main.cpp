#include "tests/simulators/chip/lab/options.h"
#include "tests/simulators/chip/personalisation/data_groups.h"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

using namespace chinhchu;
using namespace chinhchu::chip;
namespace fs = std::filesystem;

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
    FaultPlan plan;
    plan.add(options.faults);
    FaultyCard faulty(card, plan);
    if (options.timing)
        faulty.measure(*options.timing);
    ControlSocket control;
    if (!options.control.empty())
        control.listen(options.control);
    Station station(faulty, options.reader, options.control.empty() ? nullptr : &control,
                    [&] { std::cout << "ready: " << options.profile << std::endl; });
    return station.serve();
}

int run(const Options& options)
{
    auto image = personalise(options.profile, options.workshop);
    if (!image)
        throw LabError(image.error());
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
        std::cerr << "cccd-simulator: " << error.what() << "\n";
        return 2;
    }
}

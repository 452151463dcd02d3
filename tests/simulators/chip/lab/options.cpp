#include "tests/simulators/chip/lab/options.h"

#include <iostream>
#include <map>

#include <getopt.h>

namespace chinhchu::chip {

namespace {

constexpr const char* usage = R"(cccd-simulator: a chip card that is not there, for pcscd's virtual reader (vpcd)

  --profile FILE       which card (TOML, see profiles/)
  --vpcd HOST:PORT     the virtual reader; default 127.0.0.1:35963
  --pki DIR            where CSCA and signer are kept; default $XDG_CACHE_HOME/chinhchu/simulated-pki
                       the certificates for a reader's trust folder are in DIR/csca
  --photos DIR         where photographs are looked for after the profile's folder; default $CHINHCHU_PHOTOS
  --wait MS            how long to try to connect; default 5000
  --fault SPEC         what goes wrong: KIND@INDEX[:VALUE],...  Commands are counted from 1. Kinds: remove (for VALUE
                       ms), reset, delay (ms), silence (ms, or for ever), empty, status (hexadecimal), garbage,
                       wrong-mac, duplicate
  --control PATH       a Unix socket: one line in (fault SPEC, clear, remove [MS], insert, count, timing), one line back
  --timing KBIT        answer as slowly as a contactless card of 106, 212, 424 or 848 kbit/s, and say at the end how long
                       everything took and how long an ideal reader would have needed. KBIT,NAME=N,... changes what the
                       chip's own work takes: command, agreement, signature, activation (ms), cipher (µs per byte)
instead of serving:
  --write-csca DIR     write what a reader may know of this card's issuer (.cer, .crl)
  --dump DIR           write EF_COM.bin, EF_SOD.bin, EF_DGn.bin, EF_CardAccess.bin
  --describe           print the keys that open the card: number, CAN, MRZ, QR code
)";

void setReader(Station::Reader& reader, const std::string& value)
{
    const std::size_t colon = value.rfind(':');
    if (colon == std::string::npos)
        throw LabError("--vpcd needs HOST:PORT");
    reader.host = value.substr(0, colon);
    reader.port = value.substr(colon + 1);
}

} // namespace

Options parseArguments(int argc, char** argv)
{
    Options options;
    const std::map<std::string, std::function<void(const std::string&)>> actions = {
        {"profile", [&](const std::string& value) { options.profile = value; }},
        {"vpcd", [&](const std::string& value) { setReader(options.reader, value); }},
        {"pki", [&](const std::string& value) { options.workshop.pki = value; }},
        {"photos", [&](const std::string& value) { options.workshop.photos = value; }},
        {"wait", [&](const std::string& value) { options.reader.waitMs = std::atoi(value.c_str()); }},
        {"fault", [&](const std::string& value) { options.faults += (options.faults.empty() ? "" : ",") + value; }},
        {"control", [&](const std::string& value) { options.control = value; }},
        {"timing", [&](const std::string& value) { options.timing = TimingModel::parse(value); }},
        {"write-csca", [&](const std::string& value) { options.writeCsca = value; }},
        {"dump", [&](const std::string& value) { options.dump = value; }},
        {"describe", [&](const std::string&) { options.describe = true; }},
        {"help",
         [](const std::string&) {
             std::cout << usage;
             std::exit(0);
         }},
    };
    std::vector<option> known;
    for (const auto& [name, action] : actions)
        known.push_back(
            {name.c_str(), name == "describe" || name == "help" ? no_argument : required_argument, nullptr, 0});
    known.push_back({});
    int index = 0;
    for (int found; (found = ::getopt_long(argc, argv, "", known.data(), &index)) != -1;) {
        if (found != 0)
            throw LabError("--help tells which options there are");
        actions.at(known[static_cast<std::size_t>(index)].name)(optarg ? optarg : "");
    }
    if (options.profile.empty() || optind != argc)
        throw LabError("--profile FILE is needed; --help tells more");
    return options;
}

} // namespace chinhchu::chip

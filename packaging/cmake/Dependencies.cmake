# Every outside library, in one place. All of them are Debian 12's own packages (packaging/debian-packages lists them).

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
pkg_check_modules(PCSCLITE REQUIRED IMPORTED_TARGET libpcsclite)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(P11 REQUIRED IMPORTED_TARGET p11-kit-1)
find_package(tl-expected REQUIRED)
find_package(RapidJSON REQUIRED)

set(CMAKE_AUTOMOC OFF)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql Gui Qml Quick QuickControls2 TextToSpeech Multimedia Test LinguistTools)
if(BUILD_TESTING)
  find_package(Qt6 6.4 REQUIRED COMPONENTS HttpServer QuickTest)
endif()

find_package(ZXing 1.4 REQUIRED)
find_package(OpenCVModules REQUIRED COMPONENTS core imgproc imgcodecs videoio calib3d dnn)
find_package(dlib 19.24 REQUIRED)

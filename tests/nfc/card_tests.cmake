# The card side: APDU, access protocols, reader service, chip reader.
foreach(test apdu/command apdu/secure_messaging access/bac access/pace access/chip_authentication)
  get_filename_component(name ${test} NAME)
  get_filename_component(room ${test} DIRECTORY)
  chinhchu_add_test(tst_${name} SOURCES ${room}/tst_${name}.cpp LIBRARIES chinhchu_nfc OpenSSL::Crypto)
endforeach()
# Against the simulated chip, behind the same channel interface.
chinhchu_add_test(tst_chip_reader SOURCES tst_chip_reader.cpp LIBRARIES chinhchu_nfc cccd_channel)
add_executable(pcsc_probe pcsc/pcsc_probe.cpp)
target_link_libraries(pcsc_probe PRIVATE chinhchu_nfc PkgConfig::PCSCLITE)
chinhchu_add_test(tst_reader_service SOURCES pcsc/tst_reader_service.cpp LIBRARIES chinhchu_nfc)
add_dependencies(tst_reader_service pcsc_probe cccd-simulator)
chinhchu_add_test(tst_interrupted_read SOURCES tst_interrupted_read.cpp LIBRARIES chinhchu_nfc cccd_channel)
chinhchu_add_test(tst_trace SOURCES tst_trace.cpp LIBRARIES chinhchu_nfc cccd_channel)

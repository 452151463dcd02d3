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
foreach(test trace field_symptoms time_limits transient_answers read_contents)
  chinhchu_add_test(tst_${test} SOURCES tst_${test}.cpp LIBRARIES chinhchu_nfc cccd_channel)
endforeach()
# A whole read for each place where the card can be lifted.
chinhchu_add_test(tst_interrupted_read SOURCES tst_interrupted_read.cpp LIBRARIES chinhchu_nfc cccd_channel LABELS long)
# OpenPACE plays the card.
pkg_check_modules(LIBEAC REQUIRED IMPORTED_TARGET libeac)
chinhchu_add_test(tst_pace_with_libeac
  SOURCES access/tst_pace_with_libeac.cpp LIBRARIES chinhchu_nfc cccd_chip PkgConfig::LIBEAC)
chinhchu_add_test(tst_shared_vectors SOURCES tst_shared_vectors.cpp LIBRARIES chinhchu_nfc OpenSSL::Crypto)

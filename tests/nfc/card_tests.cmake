# The card side: APDU, access protocols, reader service, chip reader.
foreach(test apdu/command apdu/secure_messaging access/bac access/pace)
  get_filename_component(name ${test} NAME)
  get_filename_component(room ${test} DIRECTORY)
  chinhchu_add_test(tst_${name} SOURCES ${room}/tst_${name}.cpp LIBRARIES chinhchu_nfc OpenSSL::Crypto)
endforeach()
# Against the simulated chip, behind the same channel interface.
chinhchu_add_test(tst_chip_reader SOURCES tst_chip_reader.cpp LIBRARIES chinhchu_nfc cccd_channel)

chinhchu_add_test(tst_ber_tlv SOURCES lds/tst_ber_tlv.cpp LIBRARIES chinhchu_nfc_data)
chinhchu_add_test(tst_data_groups SOURCES lds/tst_data_groups.cpp LIBRARIES chinhchu_nfc_data)
chinhchu_add_test(tst_candidate_keys SOURCES cccd/tst_candidate_keys.cpp LIBRARIES chinhchu_nfc_data)
chinhchu_add_test(tst_dg13 SOURCES cccd/tst_dg13.cpp LIBRARIES chinhchu_nfc_data)
chinhchu_add_test(tst_passive_authentication
  SOURCES authenticity/tst_passive_authentication.cpp authenticity/test_pki.cpp
  LIBRARIES chinhchu_nfc_data OpenSSL::Crypto)
chinhchu_add_test(tst_saved_files SOURCES authenticity/tst_saved_files.cpp LIBRARIES chinhchu_nfc_data cccd_chip)
chinhchu_add_test(tst_active_authentication
  SOURCES authenticity/tst_active_authentication.cpp authenticity/test_pki.cpp
  LIBRARIES chinhchu_nfc_data OpenSSL::Crypto)
chinhchu_add_test(tst_trust_import
  SOURCES authenticity/tst_trust_import.cpp authenticity/test_pki.cpp
  LIBRARIES chinhchu_nfc_data OpenSSL::Crypto)

chinhchu_add_test(tst_ber_tlv SOURCES lds/tst_ber_tlv.cpp LIBRARIES chinhchu_nfc_data)

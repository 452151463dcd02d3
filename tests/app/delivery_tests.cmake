# Settings, evidence, outbox and the way to the carrier.
add_library(delivery_testing STATIC
  delivery/enrolled_home.cpp delivery/sample_evidence.cpp delivery/https_server.cpp
  delivery/signed_by.cpp)
set_target_properties(delivery_testing PROPERTIES AUTOMOC ON)
target_link_libraries(delivery_testing PUBLIC chinhchu_delivery Qt6::Test)

foreach(test settings/tst_enrolment settings/tst_brand evidence/tst_seal evidence/tst_open_evidence evidence/tst_format outbox/tst_outbox carrier/tst_carrier_client carrier/tst_courier carrier/tst_carrier_proxy carrier/tst_nonce_store carrier/tst_carrier_time outbox/tst_housekeeping outbox/tst_outcome_lines audit/tst_audit_trail audit/tst_checked_trail)
  get_filename_component(name ${test} NAME)
  chinhchu_add_test(${name} SOURCES ${test}.cpp LIBRARIES delivery_testing)
endforeach()

# Who waits for the disk: fsync and fdatasync stand in the program itself, before those of the C library.
foreach(test outbox/tst_outbox_desk outbox/tst_housekeeping_thread)
  get_filename_component(name ${test} NAME)
  chinhchu_add_test(${name} SOURCES ${test}.cpp delivery/disk_waits.cpp LIBRARIES delivery_testing)
  set_target_properties(${name} PROPERTIES ENABLE_EXPORTS ON)
endforeach()

# kill -9, again and again. CHINHCHU_KILL_ROUNDS sets how often (40).
add_executable(outbox_worker outbox/outbox_worker.cpp)
target_link_libraries(outbox_worker PRIVATE chinhchu_delivery)
chinhchu_add_test(tst_power_cut SOURCES outbox/tst_power_cut.cpp LIBRARIES delivery_testing LABELS long)
chinhchu_add_test(tst_outbox_recovery SOURCES outbox/tst_outbox_recovery.cpp LIBRARIES delivery_testing LABELS long)
add_dependencies(tst_power_cut outbox_worker)

# Evidence of a chip whose every proof is real; and what somebody who took over a kiosk makes of it.
chinhchu_add_test(tst_forged_evidence
  SOURCES evidence/tst_forged_evidence.cpp delivery/simulated_session.cpp
  LIBRARIES delivery_testing chinhchu_app cccd_chip OpenSSL::Crypto)
chinhchu_add_test(tst_evidence_verification
  SOURCES evidence/tst_evidence_verification.cpp delivery/simulated_session.cpp
  LIBRARIES delivery_testing chinhchu_app simulated_camera cccd_chip OpenSSL::Crypto)

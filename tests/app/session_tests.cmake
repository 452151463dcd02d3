# The session, its rules, and the command line.
chinhchu_add_test(tst_transitions SOURCES session/tst_transitions.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_retry_rules SOURCES session/tst_retry_rules.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_staff_register SOURCES staff/tst_staff_register.cpp LIBRARIES chinhchu_delivery)
chinhchu_add_test(tst_msisdn SOURCES session/tst_msisdn.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_number_answers SOURCES session/tst_number_answers.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_number_limit SOURCES session/tst_number_limit.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_guardian_rules SOURCES session/tst_guardian_rules.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_mode_rules SOURCES session/tst_mode_rules.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_reader_emptying SOURCES session/tst_reader_emptying.cpp LIBRARIES chinhchu_app LABELS long)
target_compile_definitions(tst_reader_emptying PRIVATE CCCD_SIMULATOR="$<TARGET_FILE:cccd-simulator>")
add_dependencies(tst_reader_emptying cccd-simulator)
chinhchu_add_test(tst_lock_deadlines SOURCES session/tst_lock_deadlines.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_swap_check SOURCES health/tst_swap_check.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_activity SOURCES reports/tst_activity.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_report_workbook SOURCES reports/tst_report_workbook.cpp reports/workbook_reader.cpp
  LIBRARIES chinhchu_app)
chinhchu_add_test(tst_report_page SOURCES reports/tst_report_page.cpp LIBRARIES chinhchu_printed_report)
chinhchu_add_test(tst_clock_rules SOURCES session/tst_clock_rules.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_caught_attack SOURCES session/tst_caught_attack.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_face_refusals SOURCES session/tst_face_refusals.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_age SOURCES session/tst_age.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_session SOURCES session/tst_session.cpp LIBRARIES chinhchu_app)
chinhchu_add_test(tst_card_code SOURCES session/tst_card_code.cpp LIBRARIES chinhchu_app)
if(TARGET chinhchu)
  chinhchu_add_test(tst_verify_command SOURCES cli/tst_verify_command.cpp LIBRARIES Qt6::Core)
  add_dependencies(tst_verify_command chinhchu)
  chinhchu_add_test(tst_outbox_retry SOURCES cli/tst_outbox_retry.cpp LIBRARIES chinhchu_delivery LABELS long)
  add_dependencies(tst_outbox_retry chinhchu)
  target_compile_definitions(tst_outbox_retry PRIVATE CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>")
  chinhchu_add_test(tst_report_command SOURCES cli/tst_report_command.cpp reports/workbook_reader.cpp
    LIBRARIES chinhchu_delivery LABELS long)
  add_dependencies(tst_report_command chinhchu)
  target_compile_definitions(tst_report_command PRIVATE CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>")
  target_compile_definitions(tst_verify_command PRIVATE CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>")
  chinhchu_add_test(tst_command_line SOURCES cli/tst_command_line.cpp LIBRARIES Qt6::Core)
  add_dependencies(tst_command_line chinhchu chinhchu-kiosk)
  target_compile_definitions(tst_command_line PRIVATE
    CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>" CHINHCHU_KIOSK="$<TARGET_FILE:chinhchu-kiosk>")
endif()

if(TARGET chinhchu)
  chinhchu_add_test(tst_no_room SOURCES cli/tst_no_room.cpp LIBRARIES delivery_testing LABELS long)
  add_dependencies(tst_no_room chinhchu)
  target_compile_definitions(tst_no_room PRIVATE CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>")
endif()

# Both programs, though ui comes after app.
chinhchu_add_test(tst_no_core_dump SOURCES cli/tst_no_core_dump.cpp LIBRARIES Qt6::Core)
add_dependencies(tst_no_core_dump chinhchu chinhchu-kiosk)
target_compile_definitions(tst_no_core_dump PRIVATE
  CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>" CHINHCHU_KIOSK="$<TARGET_FILE:chinhchu-kiosk>")

if(TARGET chinhchu AND TARGET chinhchu-demo)
  chinhchu_add_test(tst_read_command SOURCES cli/tst_read_command.cpp LIBRARIES Qt6::Core)
  add_dependencies(tst_read_command chinhchu chinhchu-demo)
  target_compile_definitions(tst_read_command PRIVATE
    CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>" CHINHCHU_DEMO="$<TARGET_FILE:chinhchu-demo>")
endif()

# A device that enrols with the real sandbox, with its key in a file and in a token.
if(TARGET chinhchu)
  chinhchu_add_test(tst_token_key
    SOURCES settings/tst_token_key.cpp delivery/simulated_session.cpp
    LIBRARIES delivery_testing carrier_sandbox_kit cccd_chip OpenSSL::Crypto)
  add_dependencies(tst_token_key chinhchu)
  target_compile_definitions(tst_token_key PRIVATE CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>")
  chinhchu_add_test(tst_enrol_device SOURCES cli/tst_enrol_device.cpp LIBRARIES carrier_sandbox_kit chinhchu_delivery LABELS long)
  add_dependencies(tst_enrol_device chinhchu)
  target_compile_definitions(tst_enrol_device PRIVATE CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>")
endif()

# The carrier's counts in a report, from the real sandbox.
if(TARGET chinhchu AND TARGET carrier_sandbox_kit)
  chinhchu_add_test(tst_carrier_counts SOURCES reports/tst_carrier_counts.cpp reports/workbook_reader.cpp
    LIBRARIES carrier_sandbox_kit LABELS long)
  add_dependencies(tst_carrier_counts chinhchu)
  target_compile_definitions(tst_carrier_counts PRIVATE CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>")
endif()

# The policy that the real sandbox signs.
if(TARGET carrier_sandbox_kit)
  chinhchu_add_test(tst_policy_store SOURCES carrier/tst_policy_store.cpp LIBRARIES carrier_sandbox_kit chinhchu_delivery)
  chinhchu_add_test(tst_trust_list_store SOURCES carrier/tst_trust_list_store.cpp
    LIBRARIES delivery_testing carrier_sandbox_kit chinhchu_delivery)
  chinhchu_add_test(tst_issuers_check SOURCES health/tst_issuers_check.cpp
    LIBRARIES delivery_testing carrier_sandbox_kit chinhchu_app)
endif()

# What becomes of a card whose issuer only the carrier knows.
if(TARGET demo_chip)
  chinhchu_add_test(tst_signer_enquiry SOURCES session/tst_signer_enquiry.cpp
    LIBRARIES carrier_sandbox_kit chinhchu_app demo_chip LABELS long)
  add_dependencies(tst_signer_enquiry cccd-simulator)
  target_compile_definitions(tst_signer_enquiry PRIVATE CCCD_SIMULATOR="$<TARGET_FILE:cccd-simulator>")
endif()

# Whole sessions within one program: simulated chip, real sandbox, made-up faces. What a policy may ask besides.
if(TARGET demo_chip)
  add_library(quick_counter STATIC session/kit/quick_counter.cpp session/kit/removable_card.cpp
    session/kit/network_line.cpp session/kit/network_line.h)
  set_target_properties(quick_counter PROPERTIES AUTOMOC ON)
  target_link_libraries(quick_counter PUBLIC carrier_sandbox_kit chinhchu_app demo_chip Qt6::Test)
  target_compile_definitions(quick_counter PRIVATE CCCD_SIMULATOR="$<TARGET_FILE:cccd-simulator>"
    CHINHCHU_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_dependencies(quick_counter cccd-simulator)
  foreach(test possession signature_offer signing disclaimed_number fourth_number document_pictures full_disk)
    chinhchu_add_test(tst_${test} SOURCES session/tst_${test}.cpp LIBRARIES quick_counter LABELS long)
  endforeach()
endif()

# Inputs by chance.
if(TARGET quick_counter)
  chinhchu_add_test(tst_random_session SOURCES session/tst_random_session.cpp session/random/random_person.cpp
    session/random/random_inputs.cpp session/random/sealed_rules.cpp LIBRARIES quick_counter LABELS long)
  set_tests_properties(tst_random_session PROPERTIES TIMEOUT 1200)
endif()

if(TARGET quick_counter AND TARGET chinhchu_cli)
  chinhchu_add_test(tst_headless_session SOURCES session/tst_headless_session.cpp LIBRARIES quick_counter chinhchu_cli
    LABELS long)
endif()

# Whole sessions with the real programs.
function(chinhchu_add_counter_test name)
  chinhchu_add_test(${name} ${ARGN}
    SOURCES session/${name}.cpp session/kit/counter.cpp session/kit/counter_test.h session/kit/disk_search.cpp LIBRARIES Qt6::Core Qt6::Sql)
  add_dependencies(${name} chinhchu chinhchu-demo cccd-simulator carrier-sandbox carrier-face-comparer)
  target_compile_definitions(${name} PRIVATE
    CHINHCHU_PROGRAM="$<TARGET_FILE:chinhchu>"
    CHINHCHU_DEMO="$<TARGET_FILE:chinhchu-demo>"
    CCCD_SIMULATOR="$<TARGET_FILE:cccd-simulator>"
    CARRIER_SANDBOX="$<TARGET_FILE:carrier-sandbox>")
endfunction()
if(TARGET chinhchu AND TARGET chinhchu-demo)
  chinhchu_add_counter_test(tst_end_to_end)
  chinhchu_add_counter_test(tst_living_sessions LABELS long)
  chinhchu_add_counter_test(tst_rare_sessions LABELS long)
  target_link_libraries(tst_rare_sessions PRIVATE camera_stage OpenCV::imgcodecs)
endif()

# Settings, evidence, outbox and the way to the carrier.
add_library(delivery_testing STATIC
  delivery/enrolled_home.cpp delivery/sample_evidence.cpp delivery/https_server.cpp)
set_target_properties(delivery_testing PROPERTIES AUTOMOC ON)
target_link_libraries(delivery_testing PUBLIC chinhchu_delivery Qt6::Test)

foreach(test settings/tst_enrolment evidence/tst_seal outbox/tst_outbox carrier/tst_carrier_client carrier/tst_courier)
  get_filename_component(name ${test} NAME)
  chinhchu_add_test(${name} SOURCES ${test}.cpp LIBRARIES delivery_testing)
endforeach()

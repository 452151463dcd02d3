# What every target gets: the language level, the warnings, the sanitizers, a compiler cache and a fast linker where they are.

option(CHINHCHU_WARNINGS_AS_ERRORS "A warning stops the build" OFF)
option(CHINHCHU_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Line numbers for stack traces, without the cost of full debug information.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

find_program(CHINHCHU_CCACHE ccache)
if(CHINHCHU_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CHINHCHU_CCACHE}")
endif()

find_program(CHINHCHU_MOLD mold)
if(CHINHCHU_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough)
if(CHINHCHU_WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()

if(CHINHCHU_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
else()
  add_compile_options(-fstack-protector-strong)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_definitions(_FORTIFY_SOURCE=2)
  endif()
endif()

# Includes name the room: #include "nfc/apdu/command.h".
include_directories("${CMAKE_SOURCE_DIR}")

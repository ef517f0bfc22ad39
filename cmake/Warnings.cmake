# One interface target carries the warnings and sanitizers of every floor.
add_library(netdraft_warnings INTERFACE)
# Where a folder is one translation unit, a local variable may have the name of another file's function,
# and a class a member of a type that is local to its file.
if(CMAKE_UNITY_BUILD)
    set(of_names -Wshadow=local -Wno-subobject-linkage)
else()
    set(of_names -Wshadow)
endif()
target_compile_options(netdraft_warnings INTERFACE -Wall -Wextra -Wpedantic ${of_names} -Wnon-virtual-dtor
                                                   -Woverloaded-virtual -Wcast-align)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False alarms about std::optional that holds nothing, and inside of std::string (GCC's bugs 80635, 105329, 105651).
    target_compile_options(netdraft_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow
                                                       -Wno-stringop-overread)
endif()
if(NETDRAFT_WERROR)
    target_compile_options(netdraft_warnings INTERFACE -Werror)
endif()
if(NETDRAFT_FUZZ)
    # Coverage of every floor that is read through; the driver itself is linked by tests/fuzz alone.
    target_compile_options(netdraft_warnings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(NETDRAFT_SANITIZE)
    target_compile_options(netdraft_warnings INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
    target_link_options(netdraft_warnings INTERFACE -fsanitize=address,undefined)
endif()

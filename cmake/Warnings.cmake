# One interface target carries the warnings and sanitizers of every floor.
add_library(netdraft_warnings INTERFACE)
target_compile_options(netdraft_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                                   -Woverloaded-virtual -Wcast-align)
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

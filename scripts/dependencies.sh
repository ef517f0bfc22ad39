# shellcheck shell=bash
# What `./run` and `./test` need, and how it gets onto a machine. Sourced by both, which use the lists.
# shellcheck disable=SC2034

# One entry a line: the package, `=` and the program by which it is recognised if that came another way; or two
# package names with `|` between them where releases differ.
build_packages=(
    'cmake=cmake'
    'g++=g++'
    'ninja-build=ninja'
    'libbenchmark-dev'
    'libcli11-dev'
    'libfmt-dev'
    'libpugixml-dev'
    'libqt6opengl6-dev' # which CMake's package of Qt Charts asks for
    'libyaml-cpp-dev'
    'nlohmann-json3-dev'
    'qt6-base-dev'
    'qt6-charts-dev|libqt6charts6-dev'
    'qt6-l10n-tools'
    'qt6-svg-dev|libqt6svg6-dev'
    'qt6-tools-dev'
    'qt6-tools-dev-tools'
    'robin-map-dev'
)
test_packages=(
    'bridge-utils=brctl'
    'bsdextrautils=column'
    'curl=curl'
    'ethtool=ethtool'
    'git=git'
    'iproute2=ip'
    'iptables=iptables'
    'iputils-ping=ping'
    'iputils-tracepath=tracepath'
    'mawk=mawk'
    'net-tools=arp'
    'netcat-openbsd=nc'
    'nftables=nft'
    'procps=sysctl'
    'shellcheck=shellcheck'
    'socat=socat'
    'tcpdump=tcpdump'
    'traceroute=traceroute'
)
# Not in every supported release; the checks that use them say so loudly when they are missing.
lint_packages=(
    'clang-format-19=clang-format-19'
    'clang-tidy-19=clang-tidy-19'
)

# Networks with Open vSwitch are compared with the simulation only where it is installed.
switch_packages=('openvswitch-switch=ovs-vswitchd')

# The same goes for networks whose routers advertise themselves.
router_packages=('radvd=radvd')

# And for name servers and those who ask them.
name_packages=(
    'bind9-dnsutils=dig'
    'bind9-host=host'
    'dnsmasq-base=dnsmasq'
)

# And for the plugins of the Container Network Interface, which land in /usr/lib/cni.
plugin_packages=('containernetworking-plugins')

# The tools that exports are written for: each is compared with the simulation only where it is installed.
export_packages=(
    'graphviz=dot'
    'ifupdown=ifup'
    'libxml2-utils=xmllint'
    'mininet=mn'
    'netplan.io=netplan'
)

# Captures are read as Wireshark reads them only where it is installed.
capture_packages=('tshark=tshark')

# Buttons of Qt's own dialogs in the language of the window; they are English without.
language_packages=('qt6-translations-l10n')

# The build does without them, and takes longer.
speed_packages=('mold=mold')

# Whether apt's packages are those that the lists above name: Debian 12, Ubuntu 24.04, and what is built on them.
has_apt_packages() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 1
    [ -r /etc/os-release ] || return 1
    (
        # shellcheck disable=SC1091
        . /etc/os-release
        case $ID in
        debian) [ "${VERSION_ID:-999}" -ge 12 ] 2>/dev/null ;;
        ubuntu) [ "$(printf '%s\n' 24.04 "${VERSION_ID:-0}" | sort -V | head -n 1)" = 24.04 ] ;;
        *) false ;;
        esac
    )
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

can_be_installed() {
    [ -n "$(apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: \([^(].*\)/\1/p')" ]
}

# Prints the entries of a list that the machine lacks.
missing_of() {
    local entry
    for entry; do
        case $entry in
        *=*) command -v "${entry#*=}" >/dev/null || is_installed "${entry%%=*}" || printf '%s\n' "$entry" ;;
        *'|'*) is_installed "${entry%%|*}" || is_installed "${entry#*|}" || printf '%s\n' "$entry" ;;
        *) is_installed "$entry" || printf '%s\n' "$entry" ;;
        esac
    done
}

# The package of an entry to ask apt for; of two names the one that this release has. Nothing if it has none.
package_of() {
    local name
    for name in ${1//|/ }; do
        name=${name%%=*}
        if can_be_installed "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "This needs root, and there is no sudo here. As root, run: $*" >&2
        return 2
    fi
}

list_needs() {
    local tools
    tools=$(printf '%s, ' "${test_packages[@]#*=}")
    cat >&2 <<NEEDS
This is neither Debian 12 or newer nor Ubuntu 24.04 or newer, so nothing is installed for you.
Netdraft needs, by the names that its build looks for:
  CMake 3.25 or newer, Ninja, and a C++23 compiler with std::expected (g++ 12 or newer)
  Qt 6.4 or newer: Core, Gui, Widgets, Svg, Charts, Test, LinguistTools
  fmt, nlohmann_json, CLI11, pugixml, robin-map, yaml-cpp, Google Benchmark, each with its CMake package
Its tests also use: ${tools}clang-format-19, clang-tidy-19.
With all that in place:
  cmake --preset release && cmake --build --preset release && build/release/netdraft
NEEDS
}

# Puts what is missing of these entries on the machine. Returns 2 when that cannot be done.
require_packages() {
    local missing wanted=() entry name
    if ! has_apt_packages; then
        # Elsewhere CMake finds out and says what is missing; without even CMake, the list says it all.
        if command -v cmake >/dev/null && command -v ninja >/dev/null; then
            return 0
        fi
        list_needs
        return 2
    fi
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0

    while read -r entry; do
        name=$(package_of "$entry")
        [ -n "$name" ] && wanted+=("$name")
    done <<<"$missing"
    if [ "${#wanted[@]}" -lt "$(wc -l <<<"$missing")" ]; then
        echo 'Asking apt for its current lists of packages …' >&2
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || return 2
        wanted=()
        while read -r entry; do
            name=$(package_of "$entry")
            if [ -z "$name" ]; then
                echo "No package here is called ${entry%%=*}, which Netdraft needs." >&2
                return 2
            fi
            wanted+=("$name")
        done <<<"$missing"
    fi

    echo "About to install with apt-get: ${wanted[*]}" >&2
    if ! install_packages "${wanted[@]}"; then
        # The lists may be older than the archive.
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || return 2
        install_packages "${wanted[@]}" || return 2
    fi
}

install_packages() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# Like require_packages, for what the work can go on without: says what is left out and returns 0.
want_packages() {
    local entry wanted=()
    has_apt_packages || return 0
    while read -r entry; do
        [ -n "$entry" ] || continue
        if [ -n "$(package_of "$entry")" ]; then
            wanted+=("$entry")
        fi
    done <<<"$(missing_of "$@")"
    [ "${#wanted[@]}" -eq 0 ] || require_packages "${wanted[@]}" || true
}

# Configures a preset if that was not done and builds the targets given, all without any. Ninja runs CMake again by
# itself when a CMake file has changed.
build_preset() {
    local root=$1 preset=$2
    shift 2
    if [ ! -f "$root/build/$preset/build.ninja" ]; then
        (cd "$root" && cmake --preset "$preset") || return
    fi
    cmake --build "$root/build/$preset" "${@/#/--target=}"
}

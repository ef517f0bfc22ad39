#pragma once

#include "model/network/ruleset.h"
#include "model/recipe/workbench.h"

namespace netdraft::model::kubernetes {

/// The chains of iptables that a program keeps in a namespace, as it wants them to be. What others have made there
/// stays as it is.
struct KeptChains {
    struct Chain {
        std::string table;
        std::string name;
        std::vector<netfilter::Rule> rules;
        bool filled = true; ///< false: it shall be there, with whatever is in it
    };
    /// A rule of another's chain, which is put first into it where it stands nowhere in it.
    struct Jump {
        std::string table;
        std::string chain;
        netfilter::Rule rule;
    };
    /// What the chains are called that the program has made; those that it wants no more are removed.
    struct Own {
        std::string table;
        std::string prefix;
    };
    /// Those that no other leads to come last, so that the kernel checks each way once, when it is whole.
    std::vector<Chain> chains;
    std::vector<Jump> jumps; ///< the last of them comes to stand first
    std::vector<Own> own;
};

/// Makes them so, with no more changes than it takes: a chain that is another is emptied and filled again, as by
/// `iptables-restore --noflush`.
Workbench::Done keepChains(Workbench &bench, const std::string &netns, const KeptChains &kept);

} // namespace netdraft::model::kubernetes

#include "model/edit/edit.h"

namespace netdraft::model {

template <typename T>
    requires detail::isAlternative<T, Edit::Kind>
Edit::Edit(T edit) : kind(std::move(edit))
{
}

Edit::Edit(const Edit &) = default;
Edit::Edit(Edit &&) noexcept = default;
Edit &Edit::operator=(const Edit &) = default;
Edit &Edit::operator=(Edit &&) noexcept = default;
Edit::~Edit() = default;

bool operator==(const Edit &a, const Edit &b) = default;

template Edit::Edit(AddNetns);
template Edit::Edit(RemoveNetns);
template Edit::Edit(RenameNetns);
template Edit::Edit(AddVeth);
template Edit::Edit(AddBridge);
template Edit::Edit(AddLink);
template Edit::Edit(ChangeLink);
template Edit::Edit(RemoveLink);
template Edit::Edit(RenameLink);
template Edit::Edit(MoveLink);
template Edit::Edit(SetLinkUp);
template Edit::Edit(SetLinkMtu);
template Edit::Edit(SetLinkArp);
template Edit::Edit(SetLinkMac);
template Edit::Edit(SetLinkMaster);
template Edit::Edit(SetQdisc);
template Edit::Edit(RemoveQdisc);
template Edit::Edit(AddAddress);
template Edit::Edit(RemoveAddress);
template Edit::Edit(AddRoute);
template Edit::Edit(RemoveRoute);
template Edit::Edit(AddIpRule);
template Edit::Edit(RemoveIpRule);
template Edit::Edit(AddNexthop);
template Edit::Edit(RemoveNexthop);
template Edit::Edit(AddNeighbour);
template Edit::Edit(RemoveNeighbour);
template Edit::Edit(AddProxyNeighbour);
template Edit::Edit(RemoveProxyNeighbour);
template Edit::Edit(SetPort);
template Edit::Edit(AddBridgeVlan);
template Edit::Edit(RemoveBridgeVlan);
template Edit::Edit(AddVxlanFdb);
template Edit::Edit(RemoveVxlanFdb);
template Edit::Edit(AddFdb);
template Edit::Edit(RemoveFdb);
template Edit::Edit(AddOvsBridge);
template Edit::Edit(RemoveOvsBridge);
template Edit::Edit(AddOvsPort);
template Edit::Edit(RemoveOvsPort);
template Edit::Edit(SetOvsPort);
template Edit::Edit(SetDeviceSysctl);
template Edit::Edit(SetNetnsSysctl);
template Edit::Edit(AddSocket);
template Edit::Edit(RemoveSocket);
template Edit::Edit(StartProcess);
template Edit::Edit(EndProcess);
template Edit::Edit(AddRadvd);
template Edit::Edit(RemoveRadvd);
template Edit::Edit(netfilter::AddRule);
template Edit::Edit(netfilter::RemoveRule);
template Edit::Edit(netfilter::ReplaceRule);
template Edit::Edit(netfilter::SetPolicy);
template Edit::Edit(netfilter::AddChain);
template Edit::Edit(netfilter::RemoveChain);
template Edit::Edit(netfilter::RenameChain);
template Edit::Edit(netfilter::FlushChain);
template Edit::Edit(netfilter::ZeroCounters);
template Edit::Edit(netfilter::CountPackets);
template Edit::Edit(nft::ChangeRuleset);
template Edit::Edit(WriteFile);
template Edit::Edit(PlaceNode);
template Edit::Edit(NestNode);
template Edit::Edit(FoldNode);
template Edit::Edit(PutAnnotation);
template Edit::Edit(RemoveAnnotation);
template Edit::Edit(Restore);

} // namespace netdraft::model

#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// One function for each kind of edit: what the kernel checks, and what it does. On an error the draft is
// spoilt and thrown away.

Result<void> perform(Draft &draft, const AddNetns &edit);
Result<void> perform(Draft &draft, const RemoveNetns &edit);
Result<void> perform(Draft &draft, const RenameNetns &edit);
Result<void> perform(Draft &draft, const AddVeth &edit);
Result<void> perform(Draft &draft, const AddBridge &edit);
Result<void> perform(Draft &draft, const AddLink &edit);
Result<void> perform(Draft &draft, const ChangeLink &edit);
Result<void> perform(Draft &draft, const RemoveLink &edit);
Result<void> perform(Draft &draft, const RenameLink &edit);
Result<void> perform(Draft &draft, const MoveLink &edit);
Result<void> perform(Draft &draft, const SetLinkUp &edit);
Result<void> perform(Draft &draft, const SetLinkMtu &edit);
Result<void> perform(Draft &draft, const SetLinkArp &edit);
Result<void> perform(Draft &draft, const SetLinkMac &edit);
Result<void> perform(Draft &draft, const SetLinkMaster &edit);
Result<void> perform(Draft &draft, const SetQdisc &edit);
Result<void> perform(Draft &draft, const RemoveQdisc &edit);
Result<void> perform(Draft &draft, const AddAddress &edit);
Result<void> perform(Draft &draft, const RemoveAddress &edit);
Result<void> perform(Draft &draft, const AddRoute &edit);
Result<void> perform(Draft &draft, const RemoveRoute &edit);
Result<void> perform(Draft &draft, const AddIpRule &edit);
Result<void> perform(Draft &draft, const RemoveIpRule &edit);
Result<void> perform(Draft &draft, const AddNexthop &edit);
Result<void> perform(Draft &draft, const RemoveNexthop &edit);
Result<void> perform(Draft &draft, const AddNeighbour &edit);
Result<void> perform(Draft &draft, const RemoveNeighbour &edit);
Result<void> perform(Draft &draft, const AddProxyNeighbour &edit);
Result<void> perform(Draft &draft, const RemoveProxyNeighbour &edit);
Result<void> perform(Draft &draft, const SetPort &edit);
Result<void> perform(Draft &draft, const AddBridgeVlan &edit);
Result<void> perform(Draft &draft, const RemoveBridgeVlan &edit);
Result<void> perform(Draft &draft, const AddVxlanFdb &edit);
Result<void> perform(Draft &draft, const RemoveVxlanFdb &edit);
Result<void> perform(Draft &draft, const AddFdb &edit);
Result<void> perform(Draft &draft, const RemoveFdb &edit);
Result<void> perform(Draft &draft, const AddOvsBridge &edit);
Result<void> perform(Draft &draft, const RemoveOvsBridge &edit);
Result<void> perform(Draft &draft, const AddOvsPort &edit);
Result<void> perform(Draft &draft, const RemoveOvsPort &edit);
Result<void> perform(Draft &draft, const SetOvsPort &edit);
Result<void> perform(Draft &draft, const SetDeviceSysctl &edit);
Result<void> perform(Draft &draft, const SetNetnsSysctl &edit);
Result<void> perform(Draft &draft, const AddSocket &edit);
Result<void> perform(Draft &draft, const RemoveSocket &edit);
Result<void> perform(Draft &draft, const StartProcess &edit);
Result<void> perform(Draft &draft, const EndProcess &edit);
Result<void> perform(Draft &draft, const AddRadvd &edit);
Result<void> perform(Draft &draft, const RemoveRadvd &edit);
Result<void> perform(Draft &draft, const netfilter::AddRule &edit);
Result<void> perform(Draft &draft, const netfilter::RemoveRule &edit);
Result<void> perform(Draft &draft, const netfilter::ReplaceRule &edit);
Result<void> perform(Draft &draft, const netfilter::SetPolicy &edit);
Result<void> perform(Draft &draft, const netfilter::AddChain &edit);
Result<void> perform(Draft &draft, const netfilter::RemoveChain &edit);
Result<void> perform(Draft &draft, const netfilter::RenameChain &edit);
Result<void> perform(Draft &draft, const netfilter::FlushChain &edit);
Result<void> perform(Draft &draft, const netfilter::ZeroCounters &edit);
Result<void> perform(Draft &draft, const netfilter::CountPackets &edit);
Result<void> perform(Draft &draft, const nft::ChangeRuleset &edit);
Result<void> perform(Draft &draft, const WriteFile &edit);
Result<void> perform(Draft &draft, const PlaceNode &edit);
Result<void> perform(Draft &draft, const NestNode &edit);
Result<void> perform(Draft &draft, const FoldNode &edit);
Result<void> perform(Draft &draft, const PutAnnotation &edit);
Result<void> perform(Draft &draft, const RemoveAnnotation &edit);
Result<void> perform(Draft &draft, const Restore &edit);

} // namespace netdraft::model

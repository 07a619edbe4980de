package io.telcofactory.upf.flow;

/**
 * One flow that is steered to an access of the data network.
 *
 * @param id names the rule in findings
 * @param ues which UEs it is about
 * @param flow which traffic of them
 * @param dnai where it goes
 * @since 0.1
 */
public record FlowRule(String id, UeScope ues, FlowDescription flow, String dnai) {}

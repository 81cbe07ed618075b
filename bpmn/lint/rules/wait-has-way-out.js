const { is, isAny } = require('bpmnlint-utils');

/**
 * Nothing waits for ever: a wait has a timer beside it, on it, or on a scope around it. Staff's tasks are held by their due
 * date instead (see work-item), and an external task by its retries.
 */
module.exports = () => ({
  check(node, reporter) {
    if (waits(node) && !besideTimer(node) && !insideTimer(node)) {
      reporter.report(node.id, 'This wait has no way out in time');
    }
  }
});

function waits(node) {
  return is(node, 'bpmn:ReceiveTask')
    || is(node, 'bpmn:EventBasedGateway')
    || is(node, 'bpmn:UserTask') && (node.get('camunda:candidateGroups') || 'customer') === 'customer'
    || is(node, 'bpmn:IntermediateCatchEvent') && !isTimer(node) && !afterEventGateway(node);
}

function isTimer(event) {
  return (event.eventDefinitions || []).some((definition) => is(definition, 'bpmn:TimerEventDefinition'));
}

function afterEventGateway(event) {
  return (event.incoming || []).some((flow) => is(flow.sourceRef, 'bpmn:EventBasedGateway'));
}

function besideTimer(node) {
  return is(node, 'bpmn:EventBasedGateway') && (node.outgoing || []).some((flow) => isTimer(flow.targetRef));
}

function insideTimer(node) {
  for (let scope = node; scope && !isAny(scope, [ 'bpmn:Process', 'bpmn:Definitions' ]); scope = scope.$parent) {
    const held = (scope.$parent.flowElements || []).some((other) =>
      is(other, 'bpmn:BoundaryEvent') && other.attachedToRef === scope && isTimer(other)
      || is(other, 'bpmn:SubProcess') && other.triggeredByEvent && other !== scope
        && other.flowElements.some((start) => is(start, 'bpmn:StartEvent') && isTimer(start)));
    if (held) {
      return true;
    }
  }
  return false;
}

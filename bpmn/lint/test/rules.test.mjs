// Every rule of ours is tripped by the smallest model that breaks it, and by nothing else.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import plugin from '../index.js';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');

const DOC = '<documentation>Is here for the test.</documentation>';

async function broken(rule, elements, diagram = '') {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(`
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
        xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="test">
      <process id="a-process" isExecutable="true">${DOC}${elements}</process>${diagram}
    </definitions>`);
  const linter = new Linter({
    config: { rules: { [rule]: 'error' } },
    resolver: { resolveRule: () => require(`../rules/${rule}.js`) }
  });
  const reports = await linter.lint(rootElement);
  return (reports[rule] || []).map(({ id, message }) => `${id}: ${message}`);
}

const due = (spec) => `camunda:dueDate="\${deadlines.forTask(execution, ${spec})}"`;
const message = '<messageEventDefinition/>';
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

const good = {
  'documented': `<startEvent id="begin">${DOC}</startEvent>`,
  'no-script': `<exclusiveGateway id="which"/><endEvent id="done"/><sequenceFlow id="yes" sourceRef="which" targetRef="done">
    <conditionExpression>\${outcome == 'retry' || outcome == 'unlock'}</conditionExpression></sequenceFlow>`,
  'speaking-id': '<startEvent id="begin-here"/>',
  'step': `<userTask id="update-key" camunda:candidateGroups="customer"><extensionElements><camunda:properties>
    <camunda:property name="step" value="update-key"/></camunda:properties></extensionElements></userTask>`,
  'target': `<serviceTask id="price-renewal" camunda:delegateExpression="\${priceRenewal}"/>
    <serviceTask id="close-payment" camunda:type="external" camunda:topic="close-payment"/>
    <subProcess id="inside"><serviceTask id="close-again" camunda:type="external" camunda:topic="close-payment"/></subProcess>`,
  'wait-has-way-out': `<subProcess id="held"><userTask id="update-key" camunda:candidateGroups="customer"/></subProcess>
    <boundaryEvent id="late" attachedToRef="held">${timer}</boundaryEvent>
    <userTask id="chase" camunda:candidateGroups="finance"/>
    <eventBasedGateway id="await"><outgoing>go</outgoing></eventBasedGateway><intermediateCatchEvent id="soon">${timer}</intermediateCatchEvent>
    <sequenceFlow id="go" sourceRef="await" targetRef="soon"/>
    <subProcess id="watched"><receiveTask id="news"/><subProcess id="watch" triggeredByEvent="true"><startEvent id="slow">${timer}</startEvent></subProcess></subProcess>`,
  'work-item': `<userTask id="chase" camunda:formKey="desk/chase" camunda:candidateGroups="finance" ${due("'2wd'")}/>
    <userTask id="pick" camunda:formKey="portal/pick" camunda:candidateGroups="customer" ${due('paymentWindow')}/>`
};

for (const [ rule, elements ] of Object.entries(good)) {
  test(`${rule} is content with a good model`, async () => assert.deepEqual(await broken(rule, elements), []));
}

const bad = [
  [ 'documented', 'an event without a sentence', '<startEvent id="begin"/>', /^begin: Say/ ],
  [ 'documented', 'a condition without a sentence', `<exclusiveGateway id="which">${DOC}</exclusiveGateway><endEvent id="done">${DOC}</endEvent>
    <sequenceFlow id="yes" sourceRef="which" targetRef="done"><conditionExpression>\${ok}</conditionExpression></sequenceFlow>`, /^yes: Say/ ],
  [ 'no-script', 'a script task', '<scriptTask id="hack"/>', /^hack: Scripts/ ],
  [ 'no-script', 'a listener', `<serviceTask id="spy"><extensionElements><camunda:executionListener event="start" expression="\${spy}"/></extensionElements></serviceTask>`, /^spy: Listeners/ ],
  [ 'no-script', 'a condition that calls', `<exclusiveGateway id="which"/><endEvent id="done"/><sequenceFlow id="yes" sourceRef="which" targetRef="done">
    <conditionExpression>\${orders.find(id).paid}</conditionExpression></sequenceFlow>`, /^yes: Conditions/ ],
  [ 'no-script', 'a scripted parameter', `<serviceTask id="map"><extensionElements><camunda:inputOutput><camunda:outputParameter name="x">
    <camunda:script scriptFormat="groovy">1</camunda:script></camunda:outputParameter></camunda:inputOutput></extensionElements></serviceTask>`, /^map: A parameter/ ],
  [ 'speaking-id', 'a generated id', '<startEvent id="Event_1k2j3"/>', /^Event_1k2j3: An id/ ],
  [ 'step', 'a customer\'s task without a step', '<userTask id="pick" camunda:candidateGroups="customer"/>', /^pick: A customer's task/ ],
  [ 'step', 'a step nobody knows', `<receiveTask id="news"><extensionElements><camunda:properties>
    <camunda:property name="step" value="dance"/></camunda:properties></extensionElements></receiveTask>`, /^news: .*dance/ ],
  [ 'target', 'an external task without a topic', '<serviceTask id="tell" camunda:type="external"/>', /^tell: The topic/ ],
  [ 'target', 'a topic of nobody', '<serviceTask id="tell" camunda:type="external" camunda:topic="shout"/>', /^tell: The topic/ ],
  [ 'target', 'a class', '<serviceTask id="tell" camunda:class="org.yanqi.Tell"/>', /^tell: Neither/ ],
  [ 'target', 'a bean of another name', '<serviceTask id="tell" camunda:delegateExpression="${shout}"/>', /^tell: Neither/ ],
  [ 'wait-has-way-out', 'a customer who may never come', '<userTask id="pick" camunda:candidateGroups="customer"/>', /^pick: This wait/ ],
  [ 'wait-has-way-out', 'a message that may never come', '<receiveTask id="news"/>', /^news: This wait/ ],
  [ 'wait-has-way-out', 'a gateway of messages only', `<eventBasedGateway id="await"><outgoing>go</outgoing></eventBasedGateway>
    <intermediateCatchEvent id="news"><incoming>go</incoming>${message}</intermediateCatchEvent><sequenceFlow id="go" sourceRef="await" targetRef="news"/>`, /^await: This wait/ ],
  [ 'wait-has-way-out', 'a message event by itself', `<intermediateCatchEvent id="news">${message}</intermediateCatchEvent>`, /^news: This wait/ ],
  [ 'wait-has-way-out', 'a timer on somebody else', `<receiveTask id="news"/><task id="other"/><boundaryEvent id="late" attachedToRef="other">${timer}</boundaryEvent>`, /^news: This wait/ ],
  [ 'work-item', 'a task without a form', `<userTask id="chase" camunda:candidateGroups="finance" ${due("'2wd'")}/>`, /^chase: The form key/ ],
  [ 'work-item', 'a task of nobody', `<userTask id="chase" camunda:formKey="desk/chase" ${due("'2wd'")}/>`, /^chase: Candidate groups/ ],
  [ 'work-item', 'a task without end', '<userTask id="chase" camunda:formKey="desk/chase" camunda:candidateGroups="finance"/>', /^chase: The due date/ ]
];

for (const [ rule, what, elements, expected ] of bad) {
  test(`${rule} finds ${what}`, async () => {
    const found = await broken(rule, elements);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0], expected);
  });
}

const square = `<task id="west"/><task id="east"/><task id="north"/><task id="south"/><task id="middle"/>
  <sequenceFlow id="across" sourceRef="west" targetRef="east"/><sequenceFlow id="down" sourceRef="north" targetRef="south"/>`;

function drawn(across, down, middle = { x: 300, y: 300 }) {
  const shape = (id, { x, y }) => `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="20" height="20"/></bpmndi:BPMNShape>`;
  const edge = (id, points) => `<bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}">${points.map(([ x, y ]) => `<di:waypoint x="${x}" y="${y}"/>`).join('')}</bpmndi:BPMNEdge>`;
  return `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="a-process">
    ${shape('west', { x: 0, y: 90 })}${shape('east', { x: 180, y: 90 })}${shape('north', { x: 90, y: 0 })}${shape('south', { x: 90, y: 180 })}${shape('middle', middle)}
    ${edge('across', across)}${edge('down', down)}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
}

const straight = [ [ 20, 100 ], [ 180, 100 ] ];
const around = [ [ 100, 20 ], [ 100, 50 ], [ 220, 50 ], [ 220, 190 ], [ 110, 190 ] ];

test('no-crossing-flows is content with flows that keep apart', async () => {
  assert.deepEqual(await broken('no-crossing-flows', square, drawn(straight, around)), []);
});
test('no-crossing-flows finds flows that cross', async () => {
  assert.deepEqual(await broken('no-crossing-flows', square, drawn(straight, [ [ 100, 20 ], [ 100, 180 ] ])), [ 'across: This flow crosses down' ]);
});
test('no-crossing-flows finds a flow aslant', async () => {
  assert.deepEqual(await broken('no-crossing-flows', square, drawn([ [ 20, 95 ], [ 180, 100 ] ], around)), [ 'across: This flow runs aslant' ]);
});
test('no-crossing-flows finds a flow through a task', async () => {
  assert.deepEqual(await broken('no-crossing-flows', square, drawn(straight, around, { x: 140, y: 90 })), [ 'across: This flow runs through middle' ]);
});
test('no-crossing-flows finds a flow that ends short of its target', async () => {
  assert.deepEqual(await broken('no-crossing-flows', square, drawn([ [ 20, 100 ], [ 150, 100 ] ], around)), [ 'across: This flow does not reach what it connects' ]);
});

test('every rule is switched on and tested', () => {
  const names = Object.keys(plugin.rules);
  assert.deepEqual(Object.keys(plugin.configs.all.rules), names);
  assert.deepEqual([ ...Object.keys(good), 'no-crossing-flows' ].sort(), [ ...names ].sort());
});

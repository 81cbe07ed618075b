const { is } = require('bpmnlint-utils');

/** The diagrams are shown to staff: flows run straight, do not cross each other, and do not run through what they do not connect. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    for (const diagram of node.diagrams || []) {
      const elements = diagram.plane.planeElement || [];
      const edges = elements.filter((element) => element.waypoint);
      const bounds = new Map(elements.filter((element) => element.bounds).map((shape) => [ shape.bpmnElement, shape.bounds ]));
      const touches = ({ x, y }, end) => {
        const box = bounds.get(end);
        return box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
      };
      const shapes = elements.filter((element) => element.bounds && !is(element.bpmnElement, 'bpmn:SubProcess'));
      edges.forEach((edge, index) => {
        if (segments(edge).some(([ from, to ]) => from.x !== to.x && from.y !== to.y)) {
          reporter.report(edge.bpmnElement.id, 'This flow runs aslant');
        }
        const { sourceRef, targetRef } = edge.bpmnElement;
        if (!touches(edge.waypoint[0], sourceRef) || !touches(edge.waypoint.at(-1), targetRef)) {
          reporter.report(edge.bpmnElement.id, 'This flow does not reach what it connects');
        }
        for (const other of edges.slice(index + 1)) {
          if (edge.bpmnElement.sourceRef !== other.bpmnElement.sourceRef && meet(edge, other)) {
            reporter.report(edge.bpmnElement.id, `This flow crosses ${other.bpmnElement.id}`);
          }
        }
        for (const shape of shapes.filter((candidate) => !connects(edge, candidate) && runsThrough(edge, candidate))) {
          reporter.report(edge.bpmnElement.id, `This flow runs through ${shape.bpmnElement.id}`);
        }
      });
    }
  }
});

function segments(edge) {
  return edge.waypoint.slice(1).map((to, index) => [ edge.waypoint[index], to ]);
}

function span(a, b) {
  return { left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
}

function meet(edge, other) {
  return segments(edge).some(([ a, b ]) => segments(other).some(([ c, d ]) => {
    const one = span(a, b), two = span(c, d);
    return one.left <= two.right && two.left <= one.right && one.top <= two.bottom && two.top <= one.bottom;
  }));
}

function connects(edge, shape) {
  const { sourceRef, targetRef } = edge.bpmnElement;
  return [ sourceRef, targetRef, sourceRef.attachedToRef ].includes(shape.bpmnElement);
}

function runsThrough(edge, shape) {
  const { x, y, width, height } = shape.bounds;
  return segments(edge).some(([ a, b ]) => {
    const line = span(a, b);
    return line.left < x + width && x < line.right + 0.001 && line.top < y + height && y < line.bottom + 0.001;
  });
}

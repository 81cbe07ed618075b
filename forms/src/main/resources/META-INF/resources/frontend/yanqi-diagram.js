import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import diagramStyle from 'bpmn-js/dist/assets/diagram-js.css?inline';

const markers = `
  yanqi-diagram { display: block; min-height: 320px; height: 420px; background: #fff; }
  yanqi-diagram .yq-current .djs-visual > :nth-child(1) { stroke: #0b6e63 !important; stroke-width: 4px !important; fill: #d9f0ea !important; }
  yanqi-diagram .yq-done { opacity: 0.45; }
`;

function installStyle() {
  if (!document.getElementById('yanqi-diagram-style')) {
    const style = document.createElement('style');
    style.id = 'yanqi-diagram-style';
    style.textContent = diagramStyle + markers;
    document.head.append(style);
  }
}

/** Shows `xml`; `current` and `done` are lists of element ids. */
class Diagram extends HTMLElement {
  current = [];
  done = [];

  set xml(xml) {
    this.source = xml;
    this.draw();
  }

  connectedCallback() {
    this.draw();
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(this);
  }

  disconnectedCallback() {
    this.resize?.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  async draw() {
    if (!this.isConnected || !this.source) {
      return;
    }
    installStyle();
    this.viewer?.destroy();
    const viewer = new NavigatedViewer({ container: this });
    this.viewer = viewer;
    await viewer.importXML(this.source);
    if (this.viewer !== viewer) {
      return;
    }
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    const mark = (ids, marker) => ids.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, marker));
    mark(this.done.filter((id) => !this.current.includes(id)), 'yq-done');
    mark(this.current, 'yq-current');
    this.fit();
    this.dispatchEvent(new CustomEvent('drawn'));
  }

  fit() {
    if (this.viewer && this.clientWidth > 0) {
      this.viewer.get('canvas').resized();
      this.viewer.get('canvas').zoom('fit-viewport', 'auto');
    }
  }
}

customElements.define('yanqi-diagram', Diagram);

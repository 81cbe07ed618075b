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

/** The scale from which the words in a model can be read. */
const READABLE = 0.85;
const MARGIN = 30;

/** Shows `xml`; `current` and `done` are lists of element ids. A model too long to be read as a whole is shown where the case stands. */
class Diagram extends HTMLElement {
  current = [];
  done = [];
  whole = false;

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

  /** Shows the whole model, however small, or where the case stands. */
  view(whole) {
    this.whole = whole;
    this.fit();
  }

  fit() {
    if (this.viewer && this.clientWidth > 0) {
      const canvas = this.viewer.get('canvas');
      canvas.resized();
      if (canvas.zoom('fit-viewport', 'auto') < READABLE && !this.whole) {
        this.goToPosition(canvas);
      }
    }
  }

  goToPosition(canvas) {
    const { inner } = canvas.viewbox();
    const registry = this.viewer.get('elementRegistry');
    const places = [...this.current, ...[...this.done].reverse()].map((id) => registry.get(id)).filter((one) => one && !one.children?.length);
    const place = places[0] ?? { ...inner, width: 0 };
    const width = this.clientWidth / READABLE;
    const height = this.clientHeight / READABLE;
    const within = (wanted, from, length, seen) =>
      length + 2 * MARGIN < seen ? from - (seen - length) / 2 : Math.min(Math.max(wanted, from - MARGIN), from + length + MARGIN - seen);
    canvas.viewbox({
      x: within(place.x + place.width / 2 - width / 2, inner.x, inner.width, width),
      y: within(place.y + place.height / 2 - height / 2, inner.y, inner.height, height),
      width,
      height
    });
  }
}

customElements.define('yanqi-diagram', Diagram);

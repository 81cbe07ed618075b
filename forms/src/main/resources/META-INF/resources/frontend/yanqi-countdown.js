/** Counts down from `left` milliseconds; fires `over` once at nought. */
class Countdown extends HTMLElement {
  set left(millis) {
    this.until = performance.now() + millis;
    this.start();
  }

  connectedCallback() {
    this.start();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  start() {
    clearInterval(this.timer);
    if (this.isConnected && this.until !== undefined) {
      this.timer = setInterval(() => this.show(), 1000);
      this.show();
    }
  }

  show() {
    const seconds = Math.max(0, Math.round((this.until - performance.now()) / 1000));
    const two = (n) => String(n).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    this.textContent = hours > 0 ? `${hours}:${rest}` : rest;
    this.toggleAttribute('urgent', seconds < 600);
    if (seconds === 0) {
      clearInterval(this.timer);
      this.dispatchEvent(new CustomEvent('over'));
    }
  }
}

customElements.define('yanqi-countdown', Countdown);

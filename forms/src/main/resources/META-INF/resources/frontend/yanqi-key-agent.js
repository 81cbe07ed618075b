/**
 * Talks to the key agent on the customer's machine for one order item. It never sees a PIN.
 * Fires `agent` with {type: connecting | ready | missing | denied | blocked | outdated | job | refused | lost, ...}.
 * Properties: url (the agent's address), item (remembers a running job over a reload), minimum (the oldest version that will do).
 */
const PROTOCOL = 1;
const PAUSE = 700;
const PATIENCE = 8000;

/** The names under which browsers keep the permission to reach programs on this computer, newest first. */
const PERMISSIONS = ['loopback-network', 'local-network-access'];

/** Whether the person has refused the permission; false too where the browser knows no such permission. */
async function refusedByBrowser() {
  for (const name of PERMISSIONS) {
    try {
      return (await navigator.permissions.query({ name })).state === 'denied';
    } catch (unknown) {
      // an older name, or a browser that asks for nothing
    }
  }
  return false;
}

/** True if version `found` is older than `wanted`, compared number by number. */
function older(found, wanted) {
  const [a, b] = [found, wanted].map((version) => String(version ?? '').split('.').map((part) => parseInt(part, 10) || 0));
  for (let at = 0; at < b.length; at++) {
    if ((a[at] ?? 0) !== b[at]) {
      return (a[at] ?? 0) < b[at];
    }
  }
  return false;
}

/** The keys that were plugged in, as a person reads them. */
function named(found) {
  return (Array.isArray(found) ? found : [])
    .map((key) => [key.holder, key.keySerial, String(key.notAfter ?? '').slice(0, 10)].filter(Boolean).join(' · '))
    .join('; ');
}

class KeyAgent extends HTMLElement {
  connectedCallback() {
    this.hidden = true;
    const job = sessionStorage.getItem(this.memory());
    if (job) {
      this.follow(job);
    }
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.following = undefined;
  }

  memory() {
    return `yanqi-job-${this.item}`;
  }

  tell(detail) {
    const text = JSON.stringify(detail);
    if (text !== this.told) {
      this.told = text;
      this.dispatchEvent(new CustomEvent('agent', { detail: text }));
    }
  }

  async ask(path, options = {}) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE);
    try {
      return await fetch(this.url + path, {
        ...options,
        mode: 'cors',
        credentials: 'omit',
        cache: 'no-store',
        targetAddressSpace: 'loopback',
        signal: abort.signal
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Looks for the agent; called on a click, because the browser may ask for a permission. */
  async connect() {
    this.told = undefined;
    this.tell({ type: 'connecting' });
    try {
      const answer = await this.ask('/v1/capabilities');
      if (answer.status === 403) {
        this.tell({ type: 'blocked' });
        return false;
      }
      const can = await answer.json();
      if (!answer.ok || can.protocol !== PROTOCOL || older(can.version, this.minimum)) {
        this.tell({ type: 'outdated', version: String(can.version ?? '') });
        return false;
      }
      this.tell({ type: 'ready', version: String(can.version ?? ''), busy: !!can.busy });
      return true;
    } catch (unreachable) {
      await this.apart();
      return false;
    }
  }

  async start(ticket) {
    this.told = undefined;
    try {
      const answer = await this.ask('/v1/jobs', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ticket })
      });
      const body = await answer.json().catch(() => ({}));
      if (answer.status === 202) {
        sessionStorage.setItem(this.memory(), body.job);
        this.follow(body.job);
      } else {
        this.tell({ type: 'refused', code: answer.status === 409 ? 'busy' : String(body.code ?? 'unknown') });
      }
    } catch (unreachable) {
      await this.apart();
    }
  }

  /** Nothing answers: because nothing is there, or because the browser keeps this page from it. */
  async apart() {
    this.tell({ type: (await refusedByBrowser()) ? 'denied' : 'missing' });
  }

  async cancel() {
    const job = this.following;
    if (job) {
      await this.ask(`/v1/jobs/${encodeURIComponent(job)}`, { method: 'DELETE' }).catch(() => undefined);
    }
  }

  follow(job) {
    this.following = job;
    this.misses = 0;
    this.poll(job);
  }

  async poll(job) {
    if (this.following !== job || !this.isConnected) {
      return;
    }
    let goOn = true;
    try {
      const answer = await this.ask(`/v1/jobs/${encodeURIComponent(job)}`);
      this.misses = 0;
      if (answer.status === 404) {
        goOn = false;
        this.tell({ type: 'lost' });
      } else if (answer.ok) {
        const state = await answer.json();
        goOn = state.state === 'running' || state.state === 'waiting-for-pin';
        this.tell({
          type: 'job',
          operation: String(state.operation ?? ''),
          stage: String(state.stage ?? ''),
          progress: Number(state.progress ?? 0),
          state: String(state.state ?? ''),
          code: String(state.failure?.code ?? ''),
          triesLeft: Number(state.failure?.triesLeft ?? -1),
          found: named(state.failure?.found),
          pinPage: String(state.pinPage ?? '')
        });
      }
    } catch (unreachable) {
      this.misses += 1;
      if (this.misses > 4) {
        await this.apart();
      }
    }
    if (goOn) {
      this.timer = setTimeout(() => this.poll(job), PAUSE);
    } else if (this.following === job) {
      this.following = undefined;
      sessionStorage.removeItem(this.memory());
    }
  }
}

customElements.define('yanqi-key-agent', KeyAgent);

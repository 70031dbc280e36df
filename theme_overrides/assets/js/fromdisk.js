// What browsers refuse to a page that is opened from disk, done in other ways, so that the search works in a preview:
// its index comes as a script, and its worker runs in a hidden frame. In a preview this stands before finder.js; the
// published portal does not use it.
(() => {
  const load = (place, address) =>
    new Promise((loaded, failed) => {
      const script = place.createElement("script");
      script.src = address;
      script.onload = loaded;
      script.onerror = failed;
      place.head.append(script);
    });

  /** Only the index is ever fetched. */
  window.fetch = async (address) => {
    await load(document, address.replace(/\.json$/, ".js"));
    return { json: () => window.stifinner.searchIndex };
  };

  window.Worker = class {
    constructor(address) {
      const worker = new URL(address, location.href);
      const frame = document.createElement("iframe");
      frame.hidden = true;
      this.started = new Promise((loaded) => {
        frame.onload = loaded;
        document.body.append(frame);
      }).then(async () => {
        const inside = frame.contentWindow;
        inside.postMessage = (data) => this.onmessage?.({ data });
        inside.importScripts = async (...scripts) => {
          for (const script of scripts) await load(frame.contentDocument, new URL(script, worker));
        };
        await load(frame.contentDocument, worker);
        return inside;
      });
      this.started.catch((error) => this.onerror?.(error));
    }

    postMessage(data) {
      this.started.then((inside) => inside.dispatchEvent(new inside.MessageEvent("message", { data }))).catch(() => {});
    }
  };

  /** A folder opened from disk is a list of files, so a page is named as the file it is. */
  window.stifinner.fileOf = (place) => place.replace(/(^|\/)(?=#|$)/, "$1index.html");
})();

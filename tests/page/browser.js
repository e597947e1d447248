// Drives a headless Chromium by the DevTools protocol, over a pipe: nothing but what Node brings.
"use strict";

const { spawn } = require("node:child_process");

// How long the browser may take to answer at all. No test is about time.
const PATIENCE = 60000;

class Browser {
  // PROGRAM is Chromium, FOLDER is empty and for its use.
  constructor(program, folder) {
    const options = ["--headless=new", "--remote-debugging-pipe", `--user-data-dir=${folder}`, "--no-first-run", "--disable-gpu",
                     "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                     "--disable-extensions", "--hide-scrollbars", "--force-device-scale-factor=1", "about:blank"];
    if (process.getuid && process.getuid() === 0)
      options.unshift("--no-sandbox");
    this.child = spawn(program, options, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.waiting = new Map();
    this.listeners = [];
    this.next = 1;
    this.rest = "";
    this.child.stdio[4].setEncoding("utf8");
    this.child.stdio[4].on("data", (data) => this.receive(data));
    this.ended = new Promise((resolve) => {
      this.child.on("exit", resolve);
      this.child.on("error", resolve);
    });
    this.ended.then(() => this.fail("the browser ended"));
    this.child.stdio[3].on("error", () => {});
  }

  fail(why) {
    this.failed = why;
    for (const [, wait] of this.waiting)
      wait.reject(new Error(why));
    this.waiting.clear();
  }

  receive(data) {
    const messages = (this.rest + data).split("\0");
    this.rest = messages.pop();
    for (const text of messages) {
      const message = JSON.parse(text);
      const wait = this.waiting.get(message.id);
      if (!wait) {
        for (const listener of this.listeners)
          listener(message);
        continue;
      }
      this.waiting.delete(message.id);
      if (message.error)
        wait.reject(new Error(message.error.message));
      else
        wait.resolve(message.result);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.next++;
    if (this.failed)
      return Promise.reject(new Error(this.failed));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE);
      this.waiting.set(id, {
        resolve: (result) => { clearTimeout(timer); resolve(result); },
        reject: (error) => { clearTimeout(timer); reject(error); },
      });
      this.child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    });
  }

  async close() {
    await this.send("Browser.close").catch(() => this.child.kill());
    await this.ended;
  }

  // A new page: { width, height, touch, dark, script }.
  async open(url, how = {}) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    await page.start(url, how);
    return page;
  }
}

const KEYS = { Enter: 13, Escape: 27, Home: 36, End: 35, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Tab: 9 };

class Page {
  constructor(browser, session, target) {
    this.browser = browser;
    this.session = session;
    this.target = target;
    this.complaints = []; // what the console was told, exceptions, violations of the policy
    this.requests = []; // addresses of all that was asked for
    browser.listeners.push((message) => {
      if (message.sessionId === session)
        this.notice(message.method, message.params);
    });
  }

  notice(method, params) {
    if (method === "Runtime.exceptionThrown")
      this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    else if (method === "Runtime.consoleAPICalled")
      this.complaints.push(params.args.map((argument) => argument.value ?? argument.description).join(" "));
    else if (method === "Log.entryAdded")
      this.complaints.push(`${params.entry.level}: ${params.entry.text}`);
    else if (method === "Page.javascriptDialogOpening")
      this.complaints.push(`dialogue: ${params.message}`);
    else if (method === "Network.requestWillBeSent")
      this.requests.push(params.request.url);
    else if (method === "Page.loadEventFired")
      this.loaded?.();
  }

  send(method, params) {
    return this.browser.send(method, params, this.session);
  }

  async start(url, { width = 1280, height = 800, touch = false, dark = false, script = true }) {
    for (const domain of ["Page", "Runtime", "Log", "Network"])
      await this.send(`${domain}.enable`);
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: touch });
    await this.send("Emulation.setTouchEmulationEnabled", { enabled: touch, maxTouchPoints: touch ? 2 : 1 });
    await this.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" },
                                                               { name: "prefers-reduced-motion", value: "reduce" }] });
    if (!script)
      await this.send("Emulation.setScriptExecutionDisabled", { value: true });
    await this.load(url);
  }

  async load(url) {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    await this.send("Page.navigate", { url });
    await loaded;
  }

  // The value of an expression, which may be a promise.
  async value(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails)
      throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  // After the page has drawn itself twice, all that an event sets off has happened.
  settle() {
    return this.value("new Promise ((done) => requestAnimationFrame (() => requestAnimationFrame (() => setTimeout (done, 0))))");
  }

  async mouse(type, x, y, more = {}) {
    await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1, ...more });
  }

  async clickAt(x, y) {
    await this.mouse("mouseMoved", x, y, { button: "none" });
    await this.mouse("mousePressed", x, y);
    await this.mouse("mouseReleased", x, y);
    await this.settle();
  }

  // The middle of the first box of what the selector finds.
  async middle(selector) {
    return this.value(`(() => {
      const element = document.querySelector (${JSON.stringify(selector)});
      if (element.closest ("#page-outline, #page-panel") && !element.closest ("svg"))
        element.scrollIntoView ({ block: "center" });
      const box = element.getClientRects ()[0];
      return [box.left + box.width / 2, box.top + box.height / 2];
    })()`);
  }

  async click(selector) {
    const [x, y] = await this.middle(selector);
    await this.clickAt(x, y);
  }

  async drag(fromX, fromY, toX, toY) {
    await this.mouse("mouseMoved", fromX, fromY, { button: "none" });
    await this.mouse("mousePressed", fromX, fromY);
    await this.mouse("mouseMoved", (fromX + toX) / 2, (fromY + toY) / 2, { buttons: 1 });
    await this.mouse("mouseMoved", toX, toY, { buttons: 1 });
    await this.mouse("mouseReleased", toX, toY);
    await this.settle();
  }

  async touch(type, points) {
    await this.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  }

  async press(key, modifiers = 0) {
    const text = key === "Enter" ? "\r" : key.length === 1 ? key : undefined;
    const code = KEYS[key] ?? key.toUpperCase().charCodeAt(0);
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", key, text, modifiers, windowsVirtualKeyCode: code });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", key, modifiers, windowsVirtualKeyCode: code });
    await this.settle();
  }

  async type(text) {
    await this.send("Input.insertText", { text });
    await this.settle();
  }

  // PNG, or PDF of the page as printed.
  async shoot() {
    return Buffer.from((await this.send("Page.captureScreenshot", { format: "png" })).data, "base64");
  }

  async print() {
    return Buffer.from((await this.send("Page.printToPDF", { preferCSSPageSize: true, printBackground: true })).data, "base64");
  }

  async close() {
    await this.browser.send("Target.closeTarget", { targetId: this.target });
  }
}

// For one line of a report.
function clean(value) {
  return String(value).replace(/\s+/g, " ").slice(0, 1000);
}

// Has LOOK look with a browser that PROGRAM is, and prints "end" after it, or "skip" and why, where it does not start; FOLDER is for its files.
async function lookWith(program, folder, look) {
  const browser = new Browser(program, `${folder}/profile`);
  try {
    await browser.send("Browser.getVersion");
  } catch (error) {
    console.log(`skip\t${clean(error.message)}`);
    return;
  }
  try {
    await look(browser);
  } finally {
    await browser.close();
  }
  console.log("end");
}

// The same for a whole script: what it throws is a failure.
function runWith(program, folder, look) {
  lookWith(program, folder, look).catch((error) => {
    console.log(`not ok\tthe tests run to their end\t${clean(error.stack)}`);
    process.exitCode = 1;
  });
}

module.exports = { clean, runWith };

import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { runBuiltAction, startBuiltAction } from "../support/action/built-action.ts";
import { runBuiltCli } from "../support/cli/built-cli.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

function writeEntry(body: string): string {
  const path = join(createTemporaryFolder(), "entry.mjs");
  writeFileSync(path, `import * as core from "${import.meta.resolve("@actions/core")}";\n${body}`);
  return path;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("runBuiltAction", () => {
  test("reads outputs, annotations, masks and the summary", async () => {
    await using results = await startFakeResults();
    const entry = writeEntry(`
      core.setSecret(core.getInput("api key"));
      core.setOutput("video_id", "first");
      core.setOutput("video_id", "vid=1<<x");
      core.setOutput("text", "two\\nlines");
      core.warning("100% done:\\nalmost", { title: "Slow, but fine: yes" });
      core.error("bad line", { file: "script.yml", startLine: 3 });
      process.stderr.write("::notice::from stderr\\n");
      core.info("::stop-commands::secret-token\\n::error::hidden\\n::secret-token::");
      core.info("a title ##[set-output name=forged;]value\\n::unknown::nothing");
      await core.summary.addRaw("# Done").write();
      core.setOutput("cwd", process.cwd() === process.env.GITHUB_WORKSPACE);
      core.setOutput("env", [process.env.INPUT_VIDEO_ID, process.env.ACTIONS_RESULTS_URL, process.env.VITEST]);
      core.setFailed("the end");`);
    const lines: string[] = [];
    const inputs = { "api key": "s3cret", video_id: "v" };
    const run = await runBuiltAction({ entry, inputs, results, onLine: (line) => lines.push(line) });
    expect(run).toMatchObject({ exitCode: 1, signal: null, summary: "# Done", masks: ["s3cret"] });
    expect(run.outputs).toEqual({
      video_id: "vid=1<<x",
      text: "two\nlines",
      forged: "value",
      cwd: "true",
      env: JSON.stringify(["v", results.url, null]),
    });
    expect(run.annotations).toEqual([
      { level: "warning", title: "Slow, but fine: yes", message: "100% done:\nalmost" },
      { level: "error", message: "bad line", file: "script.yml", line: 3 },
      { level: "error", message: "the end" },
      { level: "notice", message: "from stderr" },
    ]);
    expect(lines).toContain("::add-mask::s3cret");
  });

  test("passes a signal to the action, which still writes its outputs", async () => {
    const entry = writeEntry(`
      process.once("SIGINT", () => { core.setOutput("status", "detached"); process.exit(130); });
      core.info("waiting");
      setInterval(() => {}, 1000);`);
    const { child, done } = startBuiltAction({ entry, inputs: {}, onLine: () => child.kill("SIGINT") });
    expect(await done).toMatchObject({ exitCode: 130, outputs: { status: "detached" } });
  });

  test("kills an action that does not end, and reports its output", async () => {
    const entry = writeEntry(`core.info("still here"); setInterval(() => {}, 1000);`);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const onLine = () => void vi.advanceTimersByTime(1000);
    await expect(runBuiltAction({ entry, inputs: {}, timeoutMs: 1000, onLine })).rejects.toThrow(
      /1000 ms.*still here/s,
    );
  });

  test.runIf(process.getuid?.() === 0)(
    "gives the runner's new folders to another user, but not an existing folder",
    async () => {
      const folder = createTemporaryFolder();
      chmodSync(folder, 0o755);
      const entry = join(folder, "entry.mjs");
      writeFileSync(
        entry,
        `import { appendFileSync, writeFileSync } from "node:fs";
      appendFileSync(process.env.GITHUB_OUTPUT, "uid=" + process.getuid());
      writeFileSync("video.mp4", "");`,
      );
      const ours = await runBuiltAction({ entry, inputs: {}, uid: 65_534 });
      expect(ours).toMatchObject({ exitCode: 0, outputs: { uid: "65534" } });
      const given = await runBuiltAction({ entry, inputs: {}, uid: 65_534, workspace: folder });
      expect(given).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("EACCES") });
    },
  );
});

describe("runBuiltCli", () => {
  test("passes arguments, input and a clean environment, in a new folder", async () => {
    const entry = writeEntry(`
      let input = "";
      for await (const chunk of process.stdin) input += chunk;
      console.log(JSON.stringify([process.argv.slice(2), input, process.cwd(), Object.keys(process.env).sort()]));
      process.exitCode = 3;`);
    const run = await runBuiltCli(["render", "--title", "A b"], {
      entry,
      input: "script",
      env: { HEYGEN_API_KEY: "k" },
    });
    expect(run).toMatchObject({ exitCode: 3, signal: null, stderr: "" });
    const [args, input, cwd, names] = JSON.parse(run.stdout);
    expect([args, input, cwd]).toEqual([["render", "--title", "A b"], "script", run.cwd]);
    expect(names).toEqual(["HEYGEN_API_KEY", "HOME", "NODE_COMPILE_CACHE", "NO_PROXY", "PATH"]);
  });
});

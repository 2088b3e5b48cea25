import { afterAll, describe, expect, test } from "vitest";
import { eventAttacks } from "../support/attacks/event-attacks.ts";
import { findFaults } from "../support/attacks/find-faults.ts";
import { payloadAttacks } from "../support/attacks/payload-attacks.ts";
import { runAttack } from "../support/attacks/run-attack.ts";
import { startCanaryServers } from "../support/network/canary-servers.ts";

const canaries = await startCanaryServers();
const canaryUrl = `http://127.0.0.1:${canaries.port}`;

afterAll(async () => {
  expect(canaries.connections).toBe(0);
  await canaries[Symbol.asyncDispose]();
});

describe.concurrent("an event changes only the text of the video, with", () => {
  test.each([...eventAttacks(canaryUrl), ...payloadAttacks])("$what", async (attack) => {
    expect(findFaults(await runAttack(attack), attack.expected)).toEqual([]);
  });
});

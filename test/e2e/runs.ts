import type { WorkflowRun } from "../../scripts/e2e/workflow-run.ts";
import { exampleRuns } from "./example-runs.ts";

const workflow = (name: string) => `test/e2e/workflows/${name}.yml`;
const byHand = { event: "workflow_dispatch", payload: "dispatch.json" } as const;

/** All that is run, in this order. */
export const runs: readonly WorkflowRun[] = [
  { workflow: workflow("videos"), ...byHand, id: 101 },
  { workflow: workflow("limits"), ...byHand, id: 102 },
  { workflow: workflow("release"), event: "release", payload: "release.json", id: 103 },
  { workflow: workflow("tag"), event: "push", payload: "tag.json", id: 104 },
  { workflow: workflow("push"), event: "push", payload: "push.json", id: 105 },
  { workflow: workflow("pull-request"), event: "pull_request", payload: "pull-request.json", id: 106 },
  { workflow: workflow("fork"), event: "pull_request", payload: "fork.json", withoutKey: true, id: 107 },
  {
    workflow: workflow("issue-comment"),
    event: "issue_comment",
    payload: "issue-comment.json",
    actor: "mallory",
    id: 108,
  },
  { workflow: workflow("resume"), ...byHand, id: 109, attempt: 1 },
  { workflow: workflow("resume"), ...byHand, id: 109, attempt: 2 },
  { workflow: workflow("content"), ...byHand, id: 110, number: 1 },
  { workflow: workflow("content"), ...byHand, id: 111, number: 2 },
  ...exampleRuns,
];

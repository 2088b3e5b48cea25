import { expect, test } from "vitest";
import { restructuredTextToMarkdown } from "../../../src/text/pages/restructuredtext.ts";
import { toSpeech } from "../../../src/text/speech/index.ts";

const speak = (text: string) => toSpeech(restructuredTextToMarkdown(text));

test("headings have the levels of their order", () => {
  const page = "======\nBoats\n======\n\nText.\n\nSails\n=====\n\nMain\n----\n\nFront\n=====\n\nEnd.";
  expect(restructuredTextToMarkdown(page).match(/^#.*$/gm)).toEqual([
    "# Boats",
    "## Sails",
    "### Main",
    "## Front",
  ]);
});

test.each([
  [".. note:: Mind the\n   boom.\n\nEnd.", "Note: Mind the boom.\n\nEnd."],
  [
    ".. admonition:: In a storm\n\n   Reef.\n\n   .. warning::\n\n      Hold on.",
    "In a storm.\n\nReef.\n\nWarning: Hold on.",
  ],
  [
    ".. versionadded:: 2.1\n   Reefing.\n\n.. deprecated:: 3.0",
    "Added in version 2.1: Reefing.\n\nDeprecated since version 3.0.",
  ],
  [
    ".. tab:: Linux\n\n   Use it.\n\n.. tab:: Windows\n\n   .. code-block:: bat\n\n      dir",
    "Linux.\n\nUse it.",
  ],
  [".. code-block:: python\n   :linenos:\n\n   x = 1\n\nText.", "Text."],
  [
    ".. toctree::\n   :maxdepth: 2\n\n   a\n   b\n\n.. image:: a.png\n   :alt: A boat\n\n.. a comment\n   of two lines\n\n.. _target:\n\nText.",
    "Text.",
  ],
  [
    ".. function:: dock(boat, *, pier=None)\n   :module: harbor\n\n   Docks a boat.\n\n   :param str boat: The boat.\n   :returns: The time.\n   :rtype: int",
    "dock.\n\nDocks a boat.\n\nboat: The boat. Returns: The time.",
  ],
  [":orphan:\n\nText.", "Text."],
])("directives: %j", (page, spoken) => {
  expect(speak(page)).toBe(spoken);
});

test.each([
  ["Run it like this::\n\n    $ sail\n\n    $ dock\n\nEnd.", "Run it like this.\n\nEnd."],
  ["Text.\n\n>>> sail()\n3\n\nEnd.", "Text.\n\nEnd."],
  [
    "Bow\n    The front\n    of it.\n\nStern : noun\n    The back.",
    "Bow: The front of it.\n\nStern: The back.",
  ],
  [
    "Text:\n\n    * one\n\n    * two\n      more\n\n#. three\n#. four",
    "Text:\n\none. two more.\n\nthree. four.",
  ],
  ["Text.\n\n    A quotation.\n\nEnd.", "Text.\n\nA quotation.\n\nEnd."],
  ["+---+---+\n| a | b |\n+---+---+\n\n=== ===\nA   B\n=== ===\n1   2\n=== ===\n\nText.", "Text."],
  ["| One line,\n| another.", "One line, another."],
])("blocks: %j", (page, spoken) => {
  expect(speak(page)).toBe(spoken);
});

test.each([
  [
    "See :ref:`the guide <guide>`, :doc:`/start/first-steps` and :func:`~harbor.dock`.",
    "See the guide, first steps and dock.",
  ],
  [
    "Use ``os._exit`` and :class:`.Boat`, :pep:`8` and :kbd:`Ctrl-C`.",
    "Use os._exit and Boat, PEP 8 and Ctrl-C.",
  ],
  [
    "`Harbors <https://a.example/>`_ and Piers_, `more piers`_ [1]_.\n\n.. _Piers: https://b.example\n.. [1] Not spoken.",
    "Harbors and Piers, more piers.",
  ],
  [
    "H\\ :sub:`2`\\ O, :menuselection:`File --> Open`, :math:`x^2` and :abbr:`GPS (Global Positioning System)`.",
    "H2O, File, Open, and GPS.",
  ],
  ["*Emphasis*, **bold** and |boat|.", "Emphasis, bold and boat."],
])("roles and links: %j", (page, spoken) => {
  expect(speak(page)).toBe(spoken);
});

test("keeps placeholders and links for prompts", () => {
  expect(restructuredTextToMarkdown("{{ tag }}: `Harbors <https://a.example/>`_")).toBe(
    "{{ tag }}: [Harbors](https://a.example/)",
  );
});

import { privateNames } from "./ssrf-names.ts";

/** A link that must be rejected, and the reason in the error. */
export interface Attack {
  readonly link: string;
  readonly because: string;
}

const notPublic = "its host is not a public address";
const privateName = "its host name is private";
const noUrl = "The download link is not a URL.";

// In every spelling that a URL parser, a resolver or a socket is known to understand.
const addresses: readonly string[] = [
  ...[
    "127.0.0.1",
    "127.0.0.1.",
    "127.1",
    "127.0.1",
    "127.0.0.2",
    "127.255.255.254",
    "2130706433",
    "017700000001",
  ],
  ...["0x7f000001", "0x7f.0x0.0x0.0x1", "0x7F.1", "0177.0.0.1", "0177.0x0.0.01", "0x7f.0.1", "127.0x1"],
  ...[
    "0.0.0.0",
    "0",
    "0x0",
    "0.1",
    "１２７.０.０.１",
    "127。0。0。1",
    "127．0．0．1",
    "①②⑦.⓪.⓪.①",
    "⑫⑦.0.0.1",
  ],
  ...["%31%32%37%2e%30%2e%30%2e%31", "127%2E0%2E0%2E1", "%EF%BC%9127.0.0.1", "0x7f%2e1", "127.0.0.1%2e"],
  ...["[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::]", "[::127.0.0.1]", "[::7f00:1]", "[::2]"],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::FFFF:7F00:0001]"],
  ...[
    "[::ffff:0:0]",
    "[::ffff:0.0.0.0]",
    "[::ffff:10.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[::ffff:169.254.169.254]",
  ],
  ...["[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b::10.0.0.1]", "[64:ff9b::a9fe:a9fe]"],
  ...["[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:a00:1::1]", "[2001:0:7f00:1::]"],
  ...["[fc00::1]", "[fd12:3456:789a::1]", "[fd00:ec2::254]", "[fe80::1]", "[febf::1]", "[fec0::1]"],
  ...["[ff02::1]", "[ff05::1:3]", "[2001:db8::1]", "[100::1]", "[3fff::1]", "[5f00::1]"],
  ...["169.254.169.254", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376", "169.254.170.2", "169.254.0.1"],
  ...["100.100.100.200", "100.64.0.1", "100.127.255.255", "192.0.0.192", "192.0.0.1", "192.0.2.1"],
  ...["10.0.0.1", "10.255.255.255", "012.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "3232235777"],
  ...["198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "192.88.99.1"],
  ...["224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"],
];

const names: readonly string[] = [
  ...[
    "localhost",
    "LOCALHOST",
    "localhost.",
    "LocalHost.",
    "loc%61lhost",
    "ｌｏｃａｌｈｏｓｔ",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "foo.localhost",
  ],
  ...[
    "foo.LOCALHOST.",
    "a.b.localhost",
    "localhost.localdomain",
    "gateway",
    "metadata",
    "kubernetes",
    "intranet.",
  ],
  ...[
    "printer.local",
    "printer。local",
    "metadata.google.internal",
    "METADATA.google.internal.",
    "db.internal",
  ],
  ...["instance-data.ec2.internal", "router.home.arpa", "router.home.arpa."],
];

/** All links; those that can have a port have the port of the canaries. */
export function attacks(port: number): Attack[] {
  const path = "latest/v_1.mp4?Signature=secret";
  const there = `127.0.0.1:${port}/${path}`;
  const schemes = ["http", "ftp", "ws", "wss", "gopher", "blob:https", "view-source:https"];
  const https = (because: string) => (host: string) => ({ link: `https://${host}:${port}/${path}`, because });
  const says = (because: string, ...links: string[]) => links.map((link) => ({ link, because }));
  return [
    ...schemes.flatMap((name) =>
      says(`its scheme is ${name.split(":")[0]}, not https`, `${name}://${there}`),
    ),
    ...says("its scheme is http, not https", `HTTP://files.example/${path}`, `http://[::1]:${port}/${path}`),
    ...says(
      "its scheme is file, not https",
      `file:///etc/passwd?Signature=secret`,
      `file://127.0.0.1/${path}`,
    ),
    ...says("its scheme is data, not https", "data:video/mp4;base64,AAAA?Signature=secret"),
    ...says("its scheme is javascript, not https", `javascript:fetch('https://${there}')`),
    ...says(
      "it contains credentials",
      ...[`https://files.example@${there}`, `https://files.example:443@${there}`, `https://@:x@${there}`],
      ...[`https://user:Signature=secret@loopback.example:${port}/`, `https://a%40files.example@${there}`],
    ),
    ...says(
      notPublic,
      ...[
        `https:${there}`,
        `https:/${there}`,
        `https:///${there}`,
        `https:\\\\${there}`,
        `\thttps://${there} `,
      ],
      ...[
        `https://127.0.0.1:${port}\\@files.example/${path}`,
        `https://127.0.0.1:${port}#@files.example/${path}`,
      ],
      ...[`https://127.0.0.1:${port}?@files.example/${path}`, `https://127.0.0\n.1:${port}/${path}`],
      ...[`https://169.254.169.254/${path}`, `https://10.0.0.1/${path}`, `https://[fd00:ec2::254]/${path}`],
    ),
    ...addresses.map(https(notPublic)),
    ...names.map(https(privateName)),
    ...says(noUrl, "https://", `https://127.0.0.1%00.files.example:${port}/${path}`, `https://[::1/${path}`),
    ...says(noUrl, `https://[fe80::1%25lo]:${port}/${path}`, `https://127.0.0.256:${port}/${path}`),
    ...says(noUrl, `https://1.2.3.4.5:${port}/${path}`, `https://127.0.0.1:${port}0000/${path}`),
    ...Object.keys(privateNames).map((name) =>
      https(`The download host ${name} does not have a public address.`)(name),
    ),
  ];
}

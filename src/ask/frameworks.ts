import type { Knowledge } from '../knowledge/load.js';
import type { Control, Frameworks } from '../knowledge/schema.js';

/** A requirement of a framework that a question names by its identifier, and the controls that answer it. */
export interface FrameworkFound {
  name: string;
  controls: string[];
}

interface Framework {
  key: keyof Frameworks;
  /** What the identifiers look like in a question, in capital letters; the first group that matched is the identifier. */
  pattern: RegExp;
  name(id: string): string;
}

const FRAMEWORKS: readonly Framework[] = [
  {
    key: 'nist',
    pattern:
      /\b(?:NIST\s+(?:SP\s+)?(?:800-53\s+)?)?((?:AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR)-\d{1,2})\b|\bNIST\s+(?:SP\s+)?(?:800-53\s+)?(AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR)\b/,
    name: (id) => `NIST SP 800-53 r5 ${id}`,
  },
  { key: 'iso', pattern: /\b(A\.[5-8]\.\d{1,2})\b/, name: (id) => `ISO/IEC 27001:2022 Annex ${id}` },
  { key: 'ccm', pattern: /\bC(?:SA\s+C)?CM\s+(?:V4\s+)?(A&A|[A-Z]{3})\b/, name: (id) => `CSA CCM v4 ${id}` },
  { key: 'cis', pattern: /\bCIS\s+(?:CONTROLS?\s+)?(?:V8(?:\.1)?\s+)?(?:CONTROLS?\s+)?(\d{1,2})\b/, name: (id) => `CIS Controls v8 ${id}` },
  {
    key: 'pci',
    pattern: /\bPCI(?:[\s-]*DSS)?\s+(?:V4(?:\.0(?:\.1)?)?\s+)?(?:REQUIREMENTS?|REQ)?\s*(\d{1,2})(?:\.\d+)*(?![\w.])/,
    name: (id) => `PCI DSS v4.0.1 requirement ${id}`,
  },
  { key: 'soc2', pattern: /\b((?:CC[1-9]|A1|C1|P[1-8])\.\d{1,2})\b/, name: (id) => `SOC 2 criterion ${id}` },
];

/** Longer texts ask about something else, and mention a requirement. */
const MAX_CHARACTERS = 80;

/** The requirement that a short question names: "pci dss 9", "NIST PE-3", "A.8.13", "CCM DCS". */
export function findFramework(text: string, knowledge: Knowledge): FrameworkFound | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  for (const { key, pattern, name } of FRAMEWORKS) {
    const id = pattern.exec(text.toUpperCase())?.slice(1).find(Boolean);
    if (id === undefined) continue;
    const controls = [...knowledge.controls].filter(([, control]) => maps(control, key, id)).map(([controlId]) => controlId);
    if (controls.length > 0) return { name: name(id), controls };
  }
  return undefined;
}

/** A family ("PE") stands for its controls, and a control ("PE-3") is covered by whoever lists its family. */
function maps({ frameworks }: Control, key: keyof Frameworks, id: string): boolean {
  return frameworks[key].some(
    (listed) => listed === id || listed.startsWith(`${id}-`) || (key === 'nist' && id.startsWith(`${listed}-`)) || listed.startsWith(`${id}(`),
  );
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Finding, KnowledgeError } from './finding.js';
import { lint } from './lint/index.js';
import type { Knowledge } from './load.js';
import { Concept, Control, Model, ModelId, Service, Words } from './schema.js';

/** Gives the place of a path inside a file, as `line:column`, so that lint rules can point at what they mean. */
export type Locate = (file: string, path: readonly PropertyKey[]) => { line: number; column: number };

interface Source {
  document: Document.Parsed;
  lines: LineCounter;
}

/**
 * Reads every YAML file of a knowledge folder.
 * @param dir the folder that holds models/, controls/, services/ and concepts/
 * @throws {KnowledgeError} with all mistakes at once, each with file, line and column
 */
export function parseKnowledge(dir: string): Knowledge {
  const { knowledge, findings } = inspectKnowledge(dir);
  const errors = findings.filter((finding) => finding.level === 'error');
  if (!knowledge || errors.length > 0) throw new KnowledgeError(errors);
  return knowledge;
}

/** Like `parseKnowledge`, but gives the mistakes and warnings instead of throwing; `knowledge` is missing if a file does not fit its schema. */
export function inspectKnowledge(dir: string, today = new Date()): { knowledge?: Knowledge; findings: Finding[] } {
  const sources = new Map<string, Source>();
  const findings: Finding[] = [];

  const locate: Locate = (file, path) => {
    const source = sources.get(file);
    return source ? position(source, path) : { line: 1, column: 1 };
  };

  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    let text: string;
    try {
      text = readFileSync(join(dir, file), 'utf8');
    } catch {
      findings.push({
        level: 'error',
        rule: 'folder',
        file,
        line: 1,
        column: 1,
        path: '',
        problem: 'cannot read the file',
        fix: 'write it, or check SRM_KNOWLEDGE_DIR',
      });
      return undefined;
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const source = { document, lines };
    sources.set(file, source);
    for (const error of document.errors) {
      const { line, col } = lines.linePos(error.pos[0]);
      findings.push({
        level: 'error',
        rule: 'yaml',
        file,
        line,
        column: col,
        path: '',
        problem: error.message.split('\n')[0] ?? error.message,
        fix: 'correct the YAML',
      });
    }
    if (document.errors.length > 0) return undefined;
    const parsed = schema.safeParse(document.toJS());
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const { at, problem, fix } = describe(issue);
      findings.push({ level: 'error', rule: 'schema', file, ...position(source, at), path: at.map(String).join('.'), problem, fix });
    }
    return undefined;
  };

  const readKind = <T>(kind: string, schema: z.ZodType<T>): Map<string, T> => {
    const entries = new Map<string, T>();
    for (const name of filesIn(join(dir, kind), findings)) {
      const entry = read(`${kind}/${name}`, schema);
      if (entry) entries.set(basename(name, '.yml'), entry);
    }
    return entries;
  };

  const models = readKind('models', Model);
  const controls = readKind('controls', Control);
  const services = readKind('services', Service);
  const concepts = readKind('concepts', Concept);
  const words = read('words.yml', Words);
  const { infrastructure, container, abstract } = Object.fromEntries(models);
  for (const id of ModelId.options) {
    if (!models.has(id) && findings.length === 0) {
      findings.push({
        level: 'error',
        rule: 'schema',
        file: `models/${id}.yml`,
        line: 1,
        column: 1,
        path: '',
        problem: 'the file is missing',
        fix: 'write the model, as models/infrastructure.yml does',
      });
    }
  }
  if (findings.length > 0 || !infrastructure || !container || !abstract || !words) return { findings };
  const knowledge = { models: { infrastructure, container, abstract }, controls, services, concepts, words };
  return { knowledge, findings: lint(knowledge, locate, today) };
}

function filesIn(folder: string, findings: Finding[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yml'))
      .sort();
  } catch {
    findings.push({
      level: 'error',
      rule: 'folder',
      file: basename(folder),
      line: 1,
      column: 1,
      path: '',
      problem: `cannot read the folder ${folder}`,
      fix: 'check SRM_KNOWLEDGE_DIR',
    });
    return [];
  }
}

/** The position of the deepest node of `path` that the file has; of a key's name rather than its value where the value is a map. */
function position({ document, lines }: Source, path: readonly PropertyKey[]): { line: number; column: number } {
  let offset = 0;
  let node: unknown = document.contents;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      node = pair.value;
      const at = isScalar(node) ? node : pair.key;
      if (isScalar(at) && at.range) offset = at.range[0];
    } else if (node && typeof node === 'object' && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(key)];
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) offset = Number(node.range[0]);
    } else break;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** What an issue of zod means for an editor, and where: the deepest place for the alternatives of a union. */
function describe(issue: z.core.$ZodIssue): { at: PropertyKey[]; problem: string; fix: string } {
  const at = issue.path;
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        at,
        problem: `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`,
        fix: 'remove it, or correct its spelling (knowledge/README.md lists the fields)',
      };
    case 'invalid_union': {
      // The message of the alternative that came furthest helps; "Invalid input" does not.
      const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
      if (!inner || inner.path.length === 0) return { at, problem: issue.message, fix: issue.message };
      const { at: inside, ...rest } = describe(inner);
      return { at: [...at, ...inside], ...rest };
    }
    case 'invalid_value':
      return { at, problem: issue.message, fix: `write one of ${issue.values.map(String).join(', ')}` };
    case 'invalid_type':
      return { at, problem: issue.message, fix: issue.input === undefined ? 'add the field' : `write a value of type ${issue.expected}` };
    default:
      return { at, problem: issue.message, fix: 'correct the value' };
  }
}

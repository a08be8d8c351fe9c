import { ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** What an editor underlines. Lines and columns count from nought, as the protocol does. */
export interface Diagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

/** The language server that editors run for YAML, as one of them would drive it. */
export class LanguageServer {
  private readonly child: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly waiting = new Map<string, (found: Diagnostic[]) => void>();
  private version = 0;

  private constructor() {
    const root = dirname(require.resolve('yaml-language-server/package.json'));
    const server = join(root, 'bin/yaml-language-server');
    this.child = spawn(process.execPath, [server, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout!),
      new StreamMessageWriter(this.child.stdin!),
    );
  }

  /** A server with the settings of an editor that asks no catalogue of schemas on the web. */
  static async start(folder: string): Promise<LanguageServer> {
    const server = new LanguageServer();
    const { connection } = server;
    const settings: Record<string, unknown> = {
      yaml: { schemaStore: { enable: false }, hover: true, completion: true },
    };
    connection.onRequest(
      'workspace/configuration',
      ({ items }: { items: { section: string }[] }) =>
        items.map(({ section }) => settings[section] ?? {}),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        server.waiting.get(uri)?.(diagnostics);
      },
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: true } },
          hover: {},
          publishDiagnostics: {},
        },
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
        },
      },
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  /** Opens a file with a text, by default the one on the disk; answers what is underlined in it. */
  async open(file: string, text = readFileSync(file, 'utf8')) {
    const uri = pathToFileURL(file).href;
    const told = new Promise<Diagnostic[]>(resolve => {
      this.waiting.set(uri, resolve);
    });
    const version = ++this.version;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version, text },
    });
    return { uri, text, diagnostics: await told };
  }

  /** What is offered where `▮` stands in the text. */
  async completions(file: string, marked: string): Promise<string[]> {
    const { uri } = await this.open(file, marked.replace('▮', ''));
    const { items } = await this.connection.sendRequest<{
      items: { label: string }[];
    }>('textDocument/completion', {
      textDocument: { uri },
      position: placeOf(marked, '▮'),
    });
    return items.map(({ label }) => label);
  }

  /** What is told of the first place of a word. */
  async hover(file: string, word: string): Promise<string> {
    const { uri, text } = await this.open(file);
    const { contents } = await this.connection.sendRequest<{
      contents: { value: string };
    }>('textDocument/hover', {
      textDocument: { uri },
      position: placeOf(text, word),
    });
    return contents.value;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.child.kill();
  }
}

function placeOf(text: string, word: string) {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return {
    line: before.length - 1,
    character: before[before.length - 1].length,
  };
}

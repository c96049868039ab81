/**
 * Simulates a text editor for the YAML language server. Opens the project's folder with the project's own settings, types into a file, and
 * asks the server for its answers at the cursor.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	ConfigurationRequest,
	CompletionRequest,
	createProtocolConnection,
	DidChangeTextDocumentNotification,
	DidOpenTextDocumentNotification,
	ExitNotification,
	HoverRequest,
	InitializedNotification,
	InitializeRequest,
	MarkupContent,
	PublishDiagnosticsNotification,
	RegistrationRequest,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
	type CompletionItem,
	type Diagnostic,
	type Position,
} from 'vscode-languageserver-protocol/node';

/** The answers of the language server for a text in which `|` is the cursor. */
export interface Editor {
	/** Returns the suggestions at the cursor. */
	complete(text: string): Promise<CompletionItem[]>;
	/** Returns the explanation of the word at the cursor, in Markdown. */
	hover(text: string): Promise<string>;
	/** Returns the problems in the text. */
	diagnose(text: string): Promise<Diagnostic[]>;
	close(): Promise<void>;
}

/** Returns the settings in `.vscode/settings.json`. */
function readSettings(root: string): Record<string, unknown> {
	return JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as Record<string, unknown>;
}

const server = join(
	import.meta.dirname,
	'../../../node_modules/yaml-language-server/bin/yaml-language-server',
);

/**
 * Opens a file, which does not need to exist.
 *
 * @param root the project's folder, which contains the settings
 * @param file the path of the file in this folder
 */
export async function openEditor(root: string, file: string): Promise<Editor> {
	const running = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const connection = createProtocolConnection(
		new StreamMessageReader(running.stdout),
		new StreamMessageWriter(running.stdin),
	);
	const settings = readSettings(root);
	const yaml = {
		schemas: settings['yaml.schemas'],
		validate: true,
		hover: true,
		completion: true,
		// Prevents downloads, so that the tests work without a network.
		schemaStore: { enable: false },
		kubernetesCRDStore: { enable: false },
	};
	let tellReady: () => void;
	const isReady = new Promise<void>((resolve) => (tellReady = resolve));
	connection.onRequest(ConfigurationRequest.type, ({ items }) => {
		// Until the server has asked for its settings, it answers without them.
		setImmediate(tellReady);
		return items.map(({ section }) =>
			section === 'yaml' ? yaml : section === '[yaml]' ? settings['[yaml]'] : null,
		);
	});
	connection.onRequest(RegistrationRequest.type, () => undefined);
	let receive: ((diagnostics: Diagnostic[]) => void) | undefined;
	let version = 0;
	connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
		if (published.version === undefined || published.version === version) receive?.(published.diagnostics);
	});
	connection.listen();

	const rootUri = pathToFileURL(root).href;
	await connection.sendRequest(InitializeRequest.type, {
		processId: process.pid,
		// eslint-disable-next-line @typescript-eslint/no-deprecated -- The server needs it to resolve the paths of schemas.
		rootUri,
		workspaceFolders: [{ uri: rootUri, name: 'project' }],
		capabilities: {
			workspace: { configuration: true, workspaceFolders: true },
			textDocument: {
				completion: {
					completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
				},
				hover: { contentFormat: ['markdown'] },
				publishDiagnostics: { versionSupport: true },
			},
		},
	});
	await connection.sendNotification(InitializedNotification.type, {});
	await isReady;

	const uri = pathToFileURL(join(root, file)).href;

	/** Replaces the text of the file and returns the position of the cursor. */
	async function type(marked: string): Promise<Position> {
		const [before = '', after = ''] = marked.split('|');
		const text = before + after;
		version++;
		if (version === 1) {
			await connection.sendNotification(DidOpenTextDocumentNotification.type, {
				textDocument: { uri, languageId: 'yaml', version, text },
			});
		} else {
			await connection.sendNotification(DidChangeTextDocumentNotification.type, {
				textDocument: { uri, version },
				contentChanges: [{ text }],
			});
		}
		const lines = before.split('\n');
		return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
	}

	return {
		async complete(text) {
			const position = await type(text);
			const answer = await connection.sendRequest(CompletionRequest.type, {
				textDocument: { uri },
				position,
			});
			return answer === null || Array.isArray(answer) ? (answer ?? []) : answer.items;
		},
		async hover(text) {
			const position = await type(text);
			const answer = await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
			return answer && MarkupContent.is(answer.contents) ? answer.contents.value : '';
		},
		async diagnose(text) {
			const published = new Promise<Diagnostic[]>((resolve) => (receive = resolve));
			await type(text);
			return published;
		},
		async close() {
			await connection.sendRequest(ShutdownRequest.type);
			await connection.sendNotification(ExitNotification.type);
			connection.dispose();
			running.kill();
		},
	};
}

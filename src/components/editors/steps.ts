/* Shows the last steps of a proposal: how to submit the files. */
import { type DraftFile, mainFile } from '../../outputs/editors/drafts.ts';
import {
	deleteAddress,
	editAddress,
	newFileAddress,
	pullRequestAddress,
	uploadAddress,
} from '../../site/repository.ts';
import { counted, inSeries } from '../../schema/words.ts';
import { element, part } from '../element.ts';
import { downloadZip } from './download.ts';
import { button } from './drafts.ts';

/** The maximum length of a prefilled link. Browsers and servers may truncate longer addresses. */
const longestAddress = 7_000;

const way = part('[data-way]', HTMLElement);
const steps = part('[data-steps]', HTMLElement);
const instead = part('[data-instead]', HTMLElement);
const status = part('[data-way] [role=status]', HTMLElement);
const nameKey = 'github name';

const savedName = (): string => {
	try {
		return localStorage.getItem(nameKey) ?? '';
	} catch {
		return '';
	}
};

const saveName = (name: string): void => {
	try {
		localStorage.setItem(nameKey, name);
	} catch {
		// Without storage, the editor has to type the name again next time.
	}
};

/** Copies text to the clipboard. Shows and selects the text if the browser does not allow copying. */
async function copy(text: string, beside: HTMLElement): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		status.textContent = 'Copied.';
	} catch {
		// Browsers only allow access to the clipboard over HTTPS.
		const shown = element('pre', { tabIndex: 0 }, text);
		beside.querySelector('pre')?.remove();
		beside.append(shown);
		getSelection()?.selectAllChildren(shown);
		status.textContent = 'The text is selected. Copy it with your keyboard or menu.';
	}
}

const open = (address: string, words: string): HTMLElement =>
	element('a', { href: address, target: '_blank', rel: 'noopener' }, words);

/** Returns the instructions for one file: copy the text, open the page on GitHub, and press a button there. */
function stepFor(
	repository: string,
	[path, { base, text }]: readonly [string, DraftFile],
	then: string,
	on?: string,
): HTMLElement {
	const place = `content/${path}`;
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (text === null)
		return element(
			'li',
			{},
			open(deleteAddress(repository, place, on), `Open ${name} on GitHub`),
			` to delete it. ${then}`,
		);
	const filled = newFileAddress(repository, place, text, on);
	if (base === null && filled.length <= longestAddress)
		return element('li', {}, open(filled, `Open ${name} on GitHub`), `, filled in. ${then}`);
	const address =
		base === null ? newFileAddress(repository, place, '', on) : editAddress(repository, place, on);
	const step = element('li', {});
	step.append(
		button(`Copy the text of ${name}`, () => void copy(text, step)),
		'. ',
		open(address, `Open ${name} on GitHub`),
		`, select everything there and paste the text. ${then}`,
	);
	return step;
}

/** Shows how to submit the files. On a site without a repository, editors can only download the files. */
export function showSteps(files: ReadonlyMap<string, DraftFile>, changes: readonly string[]): void {
	const { repository } = way.dataset;
	instead.replaceChildren();
	const save = button('Download the proposal', () => {
		void downloadZip(
			'proposal',
			[...files].map(([path, { text }]) => [path, text] as const),
		);
	});
	if (repository === undefined) {
		steps.replaceChildren(
			element('li', {}, save, ' as one file.'),
			element('li', {}, way.dataset.then ?? ''),
		);
		return;
	}
	const [only, ...others] = files;
	if (only && others.length === 0) {
		steps.replaceChildren(
			stepFor(
				repository,
				only,
				'Choose “Commit changes…”, then “Propose changes”. GitHub makes a copy of the record for you if you need one.',
			),
			element('li', {}, 'Choose “Create pull request”. The editors answer there.'),
		);
		return;
	}
	// GitHub limits the length of a title.
	const [first = 'Proposal'] = changes;
	const [sentence = ''] = first.split('. ', 1);
	const title =
		changes.length > 1 ? `${sentence}, and ${counted(changes.length - 1, 'other change')}` : sentence;
	const branch = mainFile(files).replace(/^.*\/|\.yaml$/g, '');
	const name = element('input', {
		id: 'github-name',
		autocomplete: 'off',
		value: savedName(),
	});
	const rest = element('ol', {});
	const withdrawn = [...files].flatMap(([path, { text }]) => (text === null ? `content/${path}` : []));
	const showRest = (): void => {
		const copyOf =
			name.value.trim() === '' ? undefined : repository.replace(/[^/]+(?=\/[^/]+$)/, name.value.trim());
		saveName(name.value.trim());
		const upload = '“Upload files” in your copy';
		instead.replaceChildren(
			'Or, on a computer: ',
			save,
			', unpack it, open ',
			copyOf === undefined ? upload : open(uploadAddress(copyOf), upload),
			` and drag the folder “content” there. Choose “Create a new branch”, name it ${branch}, and press the green button.`,
			withdrawn.length === 0 ? '' : ` Delete ${inSeries(withdrawn)} on that branch.`,
			' Then open the pull request.',
		);
		if (copyOf === undefined) {
			rest.replaceChildren(element('li', {}, 'The links to your copy appear here.'));
			return;
		}
		rest.replaceChildren(
			...[...files].map((file, index) =>
				stepFor(
					copyOf,
					file,
					index === 0
						? `Choose “Commit changes…”, then “Create a new branch”, and name it ${branch}.`
						: 'Choose “Commit changes…” and keep the same branch.',
					index === 0 ? undefined : branch,
				),
			),
			element(
				'li',
				{},
				open(
					pullRequestAddress(repository, `${name.value.trim()}:${branch}`, {
						title,
						body: changes
							.map((each) => `- ${each}`)
							.join('\n')
							.slice(0, 5_000),
					}),
					'Open the pull request',
				),
				' and choose “Create pull request”. The editors answer there.',
			),
		);
	};
	name.addEventListener('input', showRest);
	steps.replaceChildren(
		element(
			'li',
			{},
			open(`${repository}/fork`, 'Make your own copy on GitHub'),
			': choose “Create fork”. If you have one, choose “Sync fork” there.',
		),
		element(
			'li',
			{},
			element('label', { htmlFor: name.id }, 'Your GitHub name'),
			element('p', { className: 'hint' }, 'Only for the links below. It stays in this browser.'),
			name,
			rest,
		),
	);
	showRest();
}

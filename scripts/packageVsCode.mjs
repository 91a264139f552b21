// `npm run vscode`: builds dist/tacit-VERSION.vsix, the extension for VS Code with the language server inside. Install it
// with `code --install-extension dist/tacit-VERSION.vsix`. A path as argument takes the place of dist/….
import { createWriteStream, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format } from 'prettier';
import { tsImport } from 'tsx/esm/api';
import yazl from 'yazl';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'vscode');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const manifest = { ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')), version };
// The sources are modules, the bundles are not.
delete manifest.type;
const target = process.argv[2] ?? join(root, 'dist', `tacit-${version}.vsix`);

/** The grammar for colours is written from the language itself, so that it cannot grow old. */
const { textMateGrammar } = await tsImport('../src/language/textMateGrammar.ts', import.meta.url);
const grammar = await format(JSON.stringify(textMateGrammar()), { parser: 'json' });
const grammarPath = join(folder, 'syntaxes', 'tacit.tmLanguage.json');
if (readFileSync(grammarPath, 'utf8') !== grammar) writeFileSync(grammarPath, grammar);

/** Packages that went into a bundle. */
const bundled = new Set();

async function bundle(entry, external) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    external,
    // The licences of what is bundled are in a file of their own.
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const input of Object.keys(metafile.inputs)) {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) bundled.add(found[1]);
  }
  return Buffer.from(outputFiles[0].contents);
}

/** Name, version and licence text of every package inside. */
function licences() {
  return [...bundled].sort().map((name) => {
    const place = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const file = readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(place, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version}\n${'-'.repeat(60)}\n${text}\n`;
  });
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]);

const vsixManifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${manifest.name}" Version="${version}" Publisher="${manifest.publisher}" />
    <DisplayName>${escaped(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(manifest.description)}</Description>
    <Tags>${escaped([...manifest.keywords, 'tacit', '__ext_tacit'].join(','))}</Tags>
    <Categories>${manifest.categories.join(',')}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${manifest.engines.vscode}" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="${manifest.extensionKind.join(',')}" />
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/icon.png</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true" />
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true" />
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true" />
    <Asset Type="Microsoft.VisualStudio.Services.Icons.Default" Path="extension/icon.png" Addressable="true" />
  </Assets>
</PackageManifest>
`;

const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".js" ContentType="application/javascript" /><Default Extension=".json" ContentType="application/json" /><Default Extension=".png" ContentType="image/png" /><Default Extension=".md" ContentType="text/markdown" /><Default Extension=".txt" ContentType="text/plain" /><Default Extension=".vsixmanifest" ContentType="text/xml" /></Types>
`;

const [extension, server] = await Promise.all([bundle('extension.ts', ['vscode']), bundle('server.ts', [])]);
const files = {
  'extension.vsixmanifest': vsixManifest,
  '[Content_Types].xml': contentTypes,
  'extension/package.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'extension/README.md': readFileSync(join(folder, 'README.md')),
  'extension/icon.png': readFileSync(join(folder, 'icon.png')),
  'extension/LICENSE.txt': readFileSync(join(root, 'LICENSE')),
  'extension/language-configuration.json': readFileSync(join(folder, 'language-configuration.json')),
  'extension/syntaxes/tacit.tmLanguage.json': grammar,
  'extension/third-party-notices.txt': licences().join('\n'),
  'extension/extension.js': extension,
  'extension/server.js': server,
};

const archive = new yazl.ZipFile();
for (const [name, content] of Object.entries(files)) {
  // A fixed time: the same sources give the same archive.
  archive.addBuffer(Buffer.from(content), name, { mtime: new Date(2020, 0, 1), mode: 0o644 });
}
archive.end();
mkdirSync(dirname(target), { recursive: true });
// Written aside and put in place whole: an interrupted run leaves no half package.
await pipeline(archive.outputStream, createWriteStream(`${target}.part`));
renameSync(`${target}.part`, target);
console.log(
  `${target}: ${(extension.length / 1024).toFixed(0)} kB extension, ${(server.length / 1024).toFixed(0)} kB server`,
);

/** Keeps what is nobody's business out of the manifest: private and protected members, `#` and `_`. */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          declaration.members = declaration.members?.filter(
            (member) =>
              !['private', 'protected'].includes(member.privacy) && !/^[#_]/.test(member.name) && !member.static,
          );
        }
        module.declarations = module.declarations?.filter((declaration) => declaration.kind === 'class');
        module.exports = module.exports?.filter(
          (item) =>
            module.declarations?.some((declaration) => declaration.name === item.declaration.name) ||
            item.kind === 'custom-element-definition',
        );
      }
      customElementsManifest.modules = customElementsManifest.modules.filter(
        (module) => module.declarations?.length || module.exports?.length,
      );
    },
  };
}

const config = {
  globs: ['src/elements/samen-*.ts', 'src/elements/{board,connected}-element.ts', 'src/widgets/*/samen-*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [publicOnly()],
};

export { config as default };

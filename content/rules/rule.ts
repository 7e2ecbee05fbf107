import type { Finding, Library } from '../library/library.ts';

/** Something a listener would notice, or an engine could not speak, and how it is found. */
export interface Rule {
  readonly name: string;
  readonly find: (library: Library) => Iterable<Finding>;
}

type Form = Library['forms'][number];

/** A rule about the words of a form, complete with what it inherits. Findings are in the words where they name no file. */
export function aboutForm(
  name: string,
  find: (form: Form) => Iterable<Omit<Finding, 'file'> & { readonly file?: string }>,
): Rule {
  return {
    name,
    *find({ forms }) {
      for (const form of forms) {
        for (const { field, message, file = form.file } of find(form)) {
          yield { file, field, message: form.form === 'normal' ? message : `${message} (form "${form.form}")` };
        }
      }
    },
  };
}

export type {
  ModuleTemplate,
  TemplateFile,
  TemplateInput,
  TemplateVariable,
} from './ModuleTemplate';
export * from './parseModuleTemplate';
export * from './renderTemplate';
export * from './compileTemplate';
export { readVariable } from './checkVariable';

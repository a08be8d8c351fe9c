/** One chart of the corpus, as a map of paths to texts. */
export interface ChartCase {
  /** Beside a plain `Chart.yaml`, where none is given. */
  files: Record<string, string>;
  /** Packed sub-charts: path of the archive → its files, below a folder of the chart's name. */
  archives?: Record<string, Record<string, string>>;
  /** What is laid over the chart's own values. */
  values?: Record<string, unknown>;
  upgrade?: boolean;
  /** Both must refuse it. */
  fails?: true;
}

/** A chart of a name, with further lines of `Chart.yaml`. */
export const chartYaml = (name: string, more: string = '') =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nappVersion: "2.4"\n${more}`;

/** A chart of one template, the way most mistakes are found. */
export const template = (
  text: string,
  more: Record<string, string> = {},
): ChartCase => ({ files: { 'templates/a.yaml': text, ...more } });

/** As {@link template}, of a text that is shown as it is and need not be YAML. */
export const output = (
  text: string,
  more: Record<string, string> = {},
): ChartCase =>
  template(
    `{{- define "text" }}${text}{{ end -}}\ntext: |-\n{{ include "text" . | indent 2 }}\n`,
    more,
  );

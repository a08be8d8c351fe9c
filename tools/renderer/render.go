package main

import (
	"context"
	"fmt"
	"path"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
)

const notesFile = "NOTES.txt"

// render fills in what Helm would send to a cluster, file by file as Helm
// names them ("chart/templates/x.yaml"): hooks stay in, partials and files
// without output are dropped, NOTES and CRDs stand apart. Only the chart's
// own NOTES are kept, as Helm does.
func render(r *renderRequest, limit int, into *answer) error {
	ch, err := load(r.Files)
	if err != nil {
		return err
	}
	rendered, err := execute(r, ch)
	if err != nil {
		return err
	}
	if err := sortOut(ch, rendered, limit, into); err != nil || !r.Origins {
		return err
	}
	return findOrigins(r, into)
}

// findOrigins says of each line of the output where it is written, as far as
// that can be told.
func findOrigins(r *renderRequest, into *answer) error {
	ch, err := load(r.Files)
	if err != nil {
		return err
	}
	var m marker
	if !m.markChart(ch, "") {
		return nil
	}
	withMarks, err := execute(r, ch)
	if err != nil {
		return nil // the chart looks at its own text, and found the marks
	}
	into.Origins = map[string][]origin{}
	for name, text := range into.Rendered {
		if found := m.origins(text, withMarks[name]); found != nil {
			into.Origins[name] = found
		}
	}
	return nil
}

// execute runs the templates of a chart, whatever they give.
func execute(r *renderRequest, ch *chart.Chart) (map[string]string, error) {
	caps, err := capabilitiesOf(r.Capabilities)
	if err != nil {
		return nil, err
	}
	if err := installable(ch, caps); err != nil {
		return nil, err
	}
	if r.Values == nil {
		r.Values = map[string]any{}
	}
	if err := chartutil.ProcessDependencies(ch, r.Values); err != nil {
		return nil, err
	}
	options := common.ReleaseOptions{
		Name: r.Release, Namespace: r.Namespace, Revision: 1,
		IsInstall: !r.Upgrade, IsUpgrade: r.Upgrade,
	}
	// Helm's own schema check follows references to files and to the
	// network: ours stands in its place.
	values, err := util.ToRenderValuesWithSchemaValidation(ch, r.Values, options, caps, true)
	if err != nil {
		return nil, &failure{Kind: kindValues, Message: err.Error()}
	}
	coalesced, err := values.Table("Values")
	if err != nil {
		return nil, &failure{Kind: kindValues, Message: err.Error()}
	}
	if err := checkSchemas(ch, coalesced, ""); err != nil {
		return nil, err
	}
	rendered, err := engine.Engine{}.RenderWithContext(context.Background(), ch, values)
	if err != nil {
		return nil, located(ch.Name(), err)
	}
	return rendered, nil
}

func sortOut(ch *chart.Chart, rendered map[string]string, limit int, into *answer) error {
	into.Rendered, into.CRDs = map[string]string{}, map[string]string{}
	size := 0
	for name, text := range rendered {
		switch {
		case path.Base(name) == notesFile:
			if name == path.Join(ch.Name(), "templates", notesFile) {
				into.Notes = text
			}
		case strings.TrimSpace(text) != "":
			into.Rendered[name] = text
			size += len(text)
		}
	}
	for _, crd := range ch.CRDObjects() {
		into.CRDs[crd.Filename] = string(crd.File.Data)
		size += len(crd.File.Data)
	}
	if size > limit {
		return &failure{Kind: kindLimit, Message: fmt.Sprintf(
			"the chart renders to %d bytes, more than the limit of %d", size, limit)}
	}
	return nil
}

// installable refuses what Helm refuses to install.
func installable(ch *chart.Chart, caps *common.Capabilities) error {
	if kind := ch.Metadata.Type; kind != "" && kind != "application" {
		return &failure{Kind: kindChart, File: chartFile, Message: fmt.Sprintf("%s charts are not installable", kind)}
	}
	if want := ch.Metadata.KubeVersion; want != "" && !chartutil.IsCompatibleRange(want, caps.KubeVersion.String()) {
		return &failure{Kind: kindChart, File: chartFile, Message: fmt.Sprintf(
			"the chart requires kubeVersion %s, which the cluster's %s does not meet", want, caps.KubeVersion.Version)}
	}
	var missing []string
	for _, wanted := range ch.Metadata.Dependencies {
		found := false
		for _, present := range ch.Dependencies() {
			found = found || present.Name() == wanted.Name
		}
		if !found {
			missing = append(missing, wanted.Name)
		}
	}
	if len(missing) > 0 {
		return &failure{Kind: kindChart, File: chartFile, Message: fmt.Sprintf(
			"found in Chart.yaml, but missing in the chart's charts/ folder: %s; add them there (helm dependency build does)",
			strings.Join(missing, ", "))}
	}
	return nil
}

func capabilitiesOf(c *capabilities) (*common.Capabilities, error) {
	if c == nil {
		return common.DefaultCapabilities, nil
	}
	caps := common.DefaultCapabilities.Copy()
	if c.KubeVersion != "" {
		version, err := common.ParseKubeVersion(c.KubeVersion)
		if err != nil {
			return nil, &failure{Kind: kindUsage, Message: fmt.Sprintf("capabilities.kubeVersion: %v", err)}
		}
		caps.KubeVersion = *version
	}
	if c.APIVersions != nil {
		caps.APIVersions = common.VersionSet(c.APIVersions)
	}
	return caps, nil
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

const (
	schemaFile = "values.schema.json"
	schemaURL  = "file:///values.schema.json"
)

var english = message.NewPrinter(language.English)

// checkSchemas holds the values against the values.schema.json of the chart
// and of each sub-chart. folder is the sub-chart's path inside the chart.
func checkSchemas(ch *chart.Chart, values common.Values, folder string) error {
	if ch.Schema != nil {
		if err := checkSchema(ch, values, path.Join(folder, schemaFile)); err != nil {
			return err
		}
	}
	for _, dependency := range ch.Dependencies() {
		raw, exists := values[dependency.Name()]
		if !exists || raw == nil {
			continue
		}
		own, ok := raw.(map[string]any)
		if !ok {
			return &failure{Kind: kindValues, Message: fmt.Sprintf(
				"values of the sub-chart %s: expected an object, got %T", dependency.Name(), raw)}
		}
		if err := checkSchemas(dependency, own, path.Join(folder, "charts", dependency.Name())); err != nil {
			return err
		}
	}
	return nil
}

func checkSchema(ch *chart.Chart, values common.Values, file string) error {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(ch.Schema))
	if err != nil {
		return &failure{Kind: kindChart, File: file, Message: err.Error()}
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseLoader(noLoader{})
	if err := compiler.AddResource(schemaURL, document); err != nil {
		return &failure{Kind: kindChart, File: file, Message: err.Error()}
	}
	schema, err := compiler.Compile(schemaURL)
	if err != nil {
		return &failure{Kind: kindChart, File: file, Message: strings.ReplaceAll(err.Error(), schemaURL, schemaFile)}
	}
	err = schema.Validate(values.AsMap())
	var invalid *jsonschema.ValidationError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &invalid):
		return &failure{Kind: kindValues, Message: err.Error()}
	}
	return &failure{Kind: kindValues, Message: fmt.Sprintf(
		"the values do not meet the schema of the chart %s: %s", ch.Name(), strings.Join(reasons(invalid), "; "))}
}

// reasons lists the leaves of a schema error as "image.tag: got number, want string".
func reasons(e *jsonschema.ValidationError) []string {
	if len(e.Causes) == 0 {
		where := strings.Join(e.InstanceLocation, ".")
		if where == "" {
			where = "values"
		}
		return []string{where + ": " + e.ErrorKind.LocalizedString(english)}
	}
	var all []string
	for _, cause := range e.Causes {
		all = append(all, reasons(cause)...)
	}
	return all
}

// noLoader refuses references to other documents: a schema must not make
// this process open a file or a connection. An unresolved URN is Helm's
// exception: it allows everything.
type noLoader struct{}

func (noLoader) Load(url string) (any, error) {
	if strings.HasPrefix(url, "urn:") {
		return true, nil
	}
	return nil, fmt.Errorf("a schema may refer to itself only, not to %s", url)
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"helm.sh/helm/v4/pkg/ignore"
)

const chartFile = "Chart.yaml"

var byteOrderMark = []byte{0xEF, 0xBB, 0xBF}

// load reads a chart as Helm reads a folder: .helmignore counts, sub-charts
// come from charts/ only (folders or archives), and byte order marks go.
func load(contents map[string][]byte) (*chart.Chart, error) {
	if _, ok := contents[chartFile]; !ok {
		return nil, &failure{Kind: kindChart, File: chartFile, Message: "Chart.yaml file is missing"}
	}
	rules := ignore.Empty()
	if text, ok := contents[ignore.HelmIgnore]; ok {
		parsed, err := ignore.Parse(bytes.NewReader(text))
		if err != nil {
			return nil, &failure{Kind: kindChart, File: ignore.HelmIgnore, Message: err.Error()}
		}
		rules = parsed
	}
	rules.AddDefaults()

	var files []*archive.BufferedFile
	// In order, so that two runs treat sub-charts alike.
	for _, name := range slices.Sorted(maps.Keys(contents)) {
		if !fs.ValidPath(name) {
			return nil, &failure{Kind: kindChart, File: name, Message: fmt.Sprintf("%q is no path inside a chart", name)}
		}
		if !ignored(rules, name) {
			files = append(files, &archive.BufferedFile{Name: name, Data: bytes.TrimPrefix(contents[name], byteOrderMark)})
		}
	}
	ch, err := loader.LoadFiles(files)
	if err != nil {
		return nil, loadFailure(err)
	}
	return ch, nil
}

func ignored(rules *ignore.Rules, name string) bool {
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if rules.Ignore(folder, entry{name: path.Base(folder), folder: true}) {
			return true
		}
	}
	return rules.Ignore(name, entry{name: path.Base(name)})
}

var (
	yamlLine   = regexp.MustCompile(`line (\d+)`)
	loadedFile = regexp.MustCompile(`cannot load (Chart\.yaml|Chart\.lock|values\.yaml|requirements\.yaml|requirements\.lock)`)
	subchart   = regexp.MustCompile(`error unpacking subchart (\S+) in`)
)

// loadFailure finds the file and the line in the loader's words.
func loadFailure(err error) error {
	f := &failure{Kind: kindChart, Message: err.Error()}
	file := loadedFile.FindStringSubmatch(f.Message)
	var invalid chart.ValidationError
	switch {
	case file != nil:
		f.File = file[1]
	case errors.As(err, &invalid):
		f.File = chartFile
	}
	if f.File == "values.yaml" {
		f.Kind = kindValues
	}
	for _, match := range subchart.FindAllStringSubmatch(f.Message, -1) {
		if f.File == "" {
			f.File = path.Join("charts", match[1])
			continue
		}
		f.File = path.Join("charts", match[1], f.File)
	}
	if line := yamlLine.FindStringSubmatch(f.Message); line != nil && strings.HasSuffix(f.File, ".yaml") {
		f.Line, _ = strconv.Atoi(line[1])
	}
	return f
}

// entry is the fs.FileInfo that ignore rules ask for.
type entry struct {
	name   string
	folder bool
}

func (e entry) Name() string       { return e.name }
func (e entry) Size() int64        { return 0 }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) IsDir() bool        { return e.folder }
func (e entry) Sys() any           { return nil }
func (e entry) Mode() fs.FileMode {
	if e.folder {
		return fs.ModeDir
	}
	return 0
}

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"k8s.io/pod-security-admission/policy"
)

// server answers requests one after the other.
type server struct {
	evaluator policy.Evaluator
	limits    limits

	mutex sync.Mutex // guards out: a watchdog answers too
	out   *bufio.Writer
}

func newServer(out io.Writer, limits limits) (*server, error) {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		return nil, err
	}
	return &server{evaluator: evaluator, limits: limits, out: bufio.NewWriter(out)}, nil
}

// serve returns nil at the end of the input. A line that is no request is
// answered with an error; the next line is read all the same.
func (s *server) serve(in io.Reader) error {
	lines := bufio.NewReaderSize(in, 1<<16)
	for {
		line, err := readLine(lines, s.limits.input)
		if errors.Is(err, io.EOF) {
			return nil
		}
		var a answer
		switch {
		case errors.Is(err, errTooLong):
			a.Error = &failure{Kind: kindLimit, Message: fmt.Sprintf("the request is longer than %d bytes", s.limits.input)}
		case err != nil:
			return err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		default:
			a = s.handle(line)
		}
		if err := s.write(a); err != nil {
			return err
		}
	}
}

func (s *server) handle(line []byte) (a answer) {
	var r request
	if err := json.Unmarshal(line, &r); err != nil {
		// The number may still be readable; without it nobody is told.
		var numbered struct {
			ID int64 `json:"id"`
		}
		_ = json.Unmarshal(line, &numbered)
		return answer{ID: numbered.ID, Error: &failure{Kind: kindUsage, Message: "not a request: " + err.Error()}}
	}
	a.ID = r.ID
	defer s.watch(r.ID)()
	defer func() {
		if p := recover(); p != nil {
			a = answer{ID: r.ID, Error: &failure{Kind: kindChart, Message: fmt.Sprintf("the engine gave up: %v", p)}}
		}
	}()

	var err error
	switch {
	case r.Render != nil && r.Judge == nil:
		err = render(r.Render, s.limits.output, &a)
	case r.Judge != nil && r.Render == nil:
		a.Findings, err = judge(s.evaluator, r.Judge)
	default:
		err = &failure{Kind: kindUsage, Message: "a request is either render or judge"}
	}
	if err == nil {
		return a
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{Kind: kindChart, Message: err.Error()}
	}
	return answer{ID: r.ID, Error: f}
}

func (s *server) write(a answer) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.writeLocked(a)
}

func (s *server) writeLocked(a answer) error {
	encoder := json.NewEncoder(s.out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(a); err != nil {
		return err
	}
	return s.out.Flush()
}

var errTooLong = errors.New("line too long")

// readLine reads up to a newline or the end of the input. A line over the
// limit is read to its end and dropped.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if len(line) > limit {
			tooLong, line = true, nil
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil
		case err != nil:
			return nil, err
		case tooLong:
			return nil, errTooLong
		}
		return line, nil
	}
}

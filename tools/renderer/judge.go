package main

import (
	psa "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

// judge returns every check that forbids the Pod, and nothing for a Pod that
// is allowed.
func judge(evaluator policy.Evaluator, r *judgeRequest) ([]finding, error) {
	level, err := psa.ParseLevel(r.Level)
	if err != nil {
		return nil, &failure{Kind: kindUsage, Message: "judge.level: " + err.Error()}
	}
	version, err := psa.ParseVersion(r.Version)
	if err != nil {
		return nil, &failure{Kind: kindUsage, Message: "judge.version: " + err.Error()}
	}
	findings := []finding{}
	for _, result := range evaluator.EvaluatePod(psa.LevelVersion{Level: level, Version: version}, &r.Metadata, &r.Spec) {
		if !result.Allowed {
			findings = append(findings, finding{Reason: result.ForbiddenReason, Detail: result.ForbiddenDetail})
		}
	}
	return findings, nil
}

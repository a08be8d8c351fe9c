package main

import (
	corev1 "k8s.io/api/core/v1"
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
	spec := r.Spec.DeepCopy()
	for i := range spec.Volumes {
		// The API server makes an emptyDir of a volume without a source before
		// it judges the Pod.
		if spec.Volumes[i].VolumeSource == (corev1.VolumeSource{}) {
			spec.Volumes[i].EmptyDir = &corev1.EmptyDirVolumeSource{}
		}
	}
	findings := []finding{}
	for _, result := range evaluator.EvaluatePod(psa.LevelVersion{Level: level, Version: version}, &r.Metadata, spec) {
		if !result.Allowed {
			findings = append(findings, finding{Reason: result.ForbiddenReason, Detail: result.ForbiddenDetail})
		}
	}
	return findings, nil
}

// Jenkinsfile. Needs the plugins HTTP Request and Pipeline Utility Steps, and the token as a secret text named wecom-token
post {
  always {
    script {
      def body = writeJSON returnText: true, json: [
        name: env.JOB_NAME,
        build: [
          phase: 'FINALIZED',
          status: currentBuild.currentResult,
          number: currentBuild.number,
          full_url: env.BUILD_URL,
          duration: currentBuild.duration,
          scm: [branch: env.GIT_BRANCH, commit: env.GIT_COMMIT],
          notes: currentBuild.description
        ]
      ]
      withCredentials([string(credentialsId: 'wecom-token', variable: 'TOKEN')]) {
        httpRequest url: 'https://robot.example.com/push', httpMode: 'POST', contentType: 'APPLICATION_JSON_UTF8',
          customHeaders: [[name: 'Authorization', value: 'Bearer ' + TOKEN, maskValue: true]], requestBody: body
      }
    }
  }
}

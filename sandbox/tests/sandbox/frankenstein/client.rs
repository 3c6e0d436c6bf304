//! Frankenstein on the sandbox: its trait with a transport of reqwest, the version that the other tests use (frankenstein's
//! own brings another one, with aws-lc).

use std::{
    fmt::Debug,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;
use frankenstein::{
    AsyncTelegramApi,
    response::{ErrorResponse, MethodResponse},
};
use reqwest::{
    RequestBuilder,
    multipart::{Form, Part},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use telegram_sandbox::Sandbox;

/// A bot of frankenstein's.
pub(super) struct Client {
    http: reqwest::Client,
    base: String,
    /// The latest answer, as it came.
    came: Mutex<Value>,
}

impl Client {
    pub(super) fn of(telegram: &Sandbox) -> Self {
        let base = format!("{}/bot{}", telegram.url(), telegram.token());
        Client { http: reqwest::Client::new(), base, came: Mutex::default() }
    }

    /// The result of a call. Frankenstein has read all of it: written again, it is the answer that came.
    pub(super) async fn ok<T: Serialize>(
        &self,
        call: impl Future<Output = Result<MethodResponse<T>, ErrorResponse>>,
    ) -> T {
        let response = call.await.unwrap();
        let came = self.came.lock().unwrap_or_else(PoisonError::into_inner).take();
        assert_eq!(serde_json::to_value(&response).unwrap(), came, "what was read, and what came");
        response.result
    }

    /// The error of a call, read whole as well.
    pub(super) async fn refused<T: Debug>(
        &self,
        call: impl Future<Output = Result<MethodResponse<T>, ErrorResponse>>,
    ) -> ErrorResponse {
        let error = call.await.unwrap_err();
        let came = self.came.lock().unwrap_or_else(PoisonError::into_inner).take();
        assert_eq!(serde_json::to_value(&error).unwrap(), came, "what was read, and what came");
        error
    }

    async fn answer<T: DeserializeOwned>(&self, method: &str, request: RequestBuilder) -> Result<T, ErrorResponse> {
        let answer = request.send().await.unwrap();
        let succeeded = answer.status().is_success();
        let came: Value = answer.json().await.unwrap();
        *self.came.lock().unwrap_or_else(PoisonError::into_inner) = came.clone();
        if succeeded {
            Ok(T::deserialize(&came).unwrap_or_else(|error| panic!("{method}: {error}: {came:#}")))
        } else {
            Err(ErrorResponse::deserialize(&came).unwrap_or_else(|error| panic!("{method}: {error}: {came:#}")))
        }
    }
}

#[async_trait]
impl AsyncTelegramApi for Client {
    type Error = ErrorResponse;

    async fn request<P, T>(&self, method: &str, params: Option<P>) -> Result<T, ErrorResponse>
    where
        P: Serialize + Debug + Send,
        T: DeserializeOwned,
    {
        let request = self.http.post(format!("{}/{method}", self.base));
        let request = match &params {
            Some(params) => request.json(params),
            None => request,
        };
        self.answer(method, request).await
    }

    async fn request_with_form_data<P, T>(
        &self,
        method: &str,
        params: P,
        files: Vec<(&str, PathBuf)>,
    ) -> Result<T, ErrorResponse>
    where
        P: Serialize + Debug + Send,
        T: DeserializeOwned,
    {
        let params = serde_json::to_value(&params).unwrap();
        let mut form = Form::new();
        for (name, value) in params.as_object().unwrap() {
            if !files.iter().any(|(file, _)| file == name) {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                form = form.text(name.clone(), text);
            }
        }
        for (name, path) in files {
            let file_name = path.file_name().unwrap().to_string_lossy().into_owned();
            form = form.part(name.to_owned(), Part::bytes(std::fs::read(&path).unwrap()).file_name(file_name));
        }
        self.answer(method, self.http.post(format!("{}/{method}", self.base)).multipart(form)).await
    }
}

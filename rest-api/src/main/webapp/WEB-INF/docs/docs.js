/* global SwaggerUIBundle */
SwaggerUIBundle({
  url: "openapi.json",
  domNode: document.getElementById("api"),
  deepLinking: false,
  validatorUrl: null,
  persistAuthorization: false,
  tryItOutEnabled: true,
});

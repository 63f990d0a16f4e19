namespace Portal.Shared.Catalog;

/// <summary>How an OpenAPI document is written.</summary>
public enum DocumentFormat
{
    Json,
    Yaml,
}

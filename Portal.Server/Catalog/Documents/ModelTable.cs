using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What a document checks of calls: validators, models, and which route uses which.</summary>
internal static class ModelTable
{
    public static ModelsView Of(SourceDocument document, int revision)
    {
        var (root, version) = (document.Root, document.Version);
        List<Operation> operations = [.. Operation.AllOf(root)];
        var routes = operations.Select(operation => Validators.Of(operation.Json, root)).OfType<string>().CountBy(name => name).ToDictionary();
        var users = Models.Users(root, version);

        return new ModelsView
        {
            Revision = revision,
            DefaultValidator = root.Text(Validators.Use),
            Validators = [.. root.Member(Validators.Member).Members.Select(validator => new ValidatorView
            {
                Name = validator.Key,
                Body = Validators.Says(validator.Value, Validators.Body),
                Parameters = Validators.Says(validator.Value, Validators.Parameters),
                Routes = routes.GetValueOrDefault(validator.Key),
                Line = document.LineOf(JsonPointer.Of(Validators.Member, validator.Key)),
            })],
            Models = [.. Models.Of(root, version).Members.Select(model => new ModelView
            {
                Name = model.Key,
                UsedBy = users.GetValueOrDefault(model.Key) ?? [],
                Line = document.LineOf(Models.Pointer(version, model.Key)),
            })],
            Routes = [.. operations.Select(operation => new RouteModelsView
            {
                Method = operation.Name.Method,
                Path = operation.Name.Path,
                Validator = Validators.Of(operation.Json, root),
                FollowsDefault = Validators.FollowsDefault(operation.Json),
                Request = [.. version.IsSwagger ? SwaggerBodies.OfRequest(root, version, operation.Json) : Bodies.Of(References.Follow(root, operation.Json.Node("requestBody")), version)],
                Answers = [.. Bodies.OfAnswers(operation, document)],
            })],
        };
    }

    public static ModelText? ModelOf(SourceDocument document, string name) => Models.Of(document.Root, document.Version) is { } models && models.TryGetPropertyValue(name, out var schema)
        ? new ModelText
        {
            Name = name,
            ContentType = ModelHead.ContentTypeOf(schema),
            Description = ModelHead.DescriptionOf(schema),
            Schema = Models.Text(ModelHead.Without(schema)),
            Line = document.LineOf(Models.Pointer(document.Version, name)),
        }
        : null;
}

using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Wire;

/// <summary>How one service is spoken to: its JSON, its error codes (the entries) and the exception of every other error.</summary>
internal sealed class Protocol(string service, JsonSerializerOptions json, Func<ErrorResponse, AmazonServiceException> other)
{
    private readonly Dictionary<string, Func<ErrorResponse, AmazonServiceException>> _errors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, InvokeOptions> _calls = [];

    public Func<ErrorResponse, AmazonServiceException> this[string code]
    {
        set => _errors[code] = value;
    }

    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureHandler());
    }

    /// <summary>A rest-json operation has a method and a path; an RPC operation has its target and the version of AWS JSON.</summary>
    public InvokeOptions Call<TRequest, TResponse>(string first, string second)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        _calls.GetOrAdd(typeof(TRequest), _ => new InvokeOptions
        {
            RequestMarshaller = second.StartsWith('/')
                ? new RestMarshaller(service, json, Error, first, second)
                : new RpcMarshaller(service, json, first, second),
            ResponseUnmarshaller = new Unmarshaller<TResponse>(json, Error),
        });

    /// <summary>An operation of the query protocol has its name and the version of the service.</summary>
    public InvokeOptions Query<TRequest, TResponse>(string action, string version)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        _calls.GetOrAdd(typeof(TRequest), _ => new InvokeOptions
        {
            RequestMarshaller = new QueryMarshaller(service, action, version),
            ResponseUnmarshaller = new QueryUnmarshaller<TResponse>(action, Error),
        });

    private AmazonServiceException Error(ErrorResponse error) =>
        (error.Code is not null && _errors.TryGetValue(error.Code, out var known) ? known : other)(error);
}

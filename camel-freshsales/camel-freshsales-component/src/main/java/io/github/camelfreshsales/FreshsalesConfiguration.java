// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of an endpoint. A component has one as the default of its endpoints; a message header overrides both. */
@UriParams
public class FreshsalesConfiguration implements Cloneable {

    public static final String DEFAULT_SECRET_HEADER = "X-Freshsales-Secret";

    @UriParam(label = "common,account")
    private String domain;

    @UriParam(label = "common,account,security", secret = true)
    private String apiKey;

    @UriParam(label = "common,account,security")
    private String trustedHosts;

    @UriParam(label = "common,record")
    private String resourceType;

    @UriParam(label = "producer,record")
    private String recordId;

    @UriParam(label = "producer,record", defaultValue = "auto")
    private Wrap wrap = Wrap.auto;

    @UriParam(label = "producer,record", defaultValue = "send")
    private Nulls nulls = Nulls.send;

    @UriParam(label = "producer,record", defaultValue = "true")
    private boolean nestCustomFields = true;

    @UriParam(label = "producer,fields", prefix = "field.", multiValue = true)
    private Map<String, Object> fieldMapping;

    @UriParam(label = "producer,fields")
    private boolean resolveNames;

    @UriParam(label = "producer,fields", defaultValue = "off")
    private RecordCheck validateRecords = RecordCheck.off;

    @UriParam(label = "producer,fields", defaultValue = "off")
    private RecordCheck verifyStored = RecordCheck.off;

    @UriParam(label = "producer,content", defaultValue = "json")
    private ContentFormat contentFormat = ContentFormat.json;

    @UriParam(label = "producer,content")
    private String contentType;

    @UriParam(label = "producer,manual", enums = "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS")
    private String method;

    @UriParam(label = "producer,manual", enums = "true,false")
    private String repeatable;

    @UriParam(label = "producer,manual")
    private String path;

    @UriParam(label = "producer,manual", prefix = "httpHeader.", multiValue = true)
    private Map<String, Object> httpHeaders;

    @UriParam(label = "producer,manual", prefix = "queryParameter.", multiValue = true)
    private Map<String, Object> queryParameters;

    @UriParam(label = "producer,batch", defaultValue = "true")
    private boolean stopOnRecordError = true;

    @UriParam(label = "producer,batch", defaultValue = "list")
    private ResultMode resultMode = ResultMode.list;

    @UriParam(label = "common,result", defaultValue = "map")
    private OutputFormat outputFormat = OutputFormat.map;

    @UriParam(label = "common,result")
    private Class<?> outputType;

    @UriParam(label = "producer,result", defaultValue = "true")
    private boolean unwrap = true;

    @UriParam(label = "producer,result")
    private boolean dryRun;

    @UriParam(label = "producer,record")
    private String uniqueIdentifier;

    @UriParam(label = "producer,content")
    private String targetType;

    @UriParam(label = "producer,content")
    private String targetId;

    @UriParam(label = "producer,content")
    private String fileName;

    @UriParam(label = "producer,content")
    private boolean shared;

    @UriParam(label = "common,reading")
    private String include;

    @UriParam(label = "producer,reading")
    private String viewId;

    @UriParam(label = "producer,reading")
    private String viewName;

    @UriParam(label = "common,reading")
    private String filter;

    @UriParam(label = "producer,reading")
    private String listId;

    @UriParam(label = "producer,reading")
    private String fromListId;

    @UriParam(label = "producer,reading")
    private boolean allMembers;

    @UriParam(label = "producer,reading")
    private String query;

    @UriParam(label = "producer,reading", defaultValue = "email")
    private String searchField = "email";

    @UriParam(label = "producer,reading", defaultValue = "contact")
    private String entities = "contact";

    @UriParam(label = "producer,reading")
    private String sort;

    @UriParam(label = "producer,reading")
    private SortType sortType;

    @UriParam(label = "producer,reading", defaultValue = "1")
    private int page = 1;

    @UriParam(label = "common,reading", defaultValue = "100")
    private int perPage = 100;

    @UriParam(label = "producer,reading", defaultValue = "page")
    private Fetch fetch = Fetch.page;

    @UriParam(label = "producer,reading", defaultValue = "0")
    private long maxRecords;

    @UriParam(label = "producer,reading")
    private String relation;

    @UriParam(label = "producer,reading")
    private String selectorName;

    @UriParam(label = "producer,reading", defaultValue = "1h", javaType = "java.time.Duration")
    private long metadataTtl = 3_600_000;

    @UriParam(label = "producer,retry", defaultValue = "3")
    private int maxRetries = 3;

    @UriParam(label = "producer,retry", defaultValue = "1s", javaType = "java.time.Duration")
    private long retryDelay = 1_000;

    @UriParam(label = "producer,retry", defaultValue = "30s", javaType = "java.time.Duration")
    private long maxRetryDelay = 30_000;

    @UriParam(label = "producer,batch")
    private boolean batchMode;

    @UriParam(label = "producer,batch", defaultValue = "100")
    private int batchSize = 100;

    @UriParam(label = "producer,batch", defaultValue = "true")
    private boolean waitForJob = true;

    @UriParam(label = "producer,batch")
    private String jobId;

    @UriParam(label = "producer,batch")
    private String ownerId;

    @UriParam(label = "producer,batch", defaultValue = "2s", javaType = "java.time.Duration")
    private long jobPollInterval = 2_000;

    @UriParam(label = "producer,batch", defaultValue = "10m", javaType = "java.time.Duration")
    private long jobTimeout = 600_000;

    @UriParam(label = "producer,batch", defaultValue = "4")
    private int jobsInFlight = 4;

    @UriParam(label = "producer,batch")
    private boolean skipUnchanged;

    @UriParam(label = "producer,batch")
    private StateRepository<String, String> sentRepository;

    @UriParam(label = "consumer")
    private StateRepository<String, String> stateRepository;

    @UriParam(label = "consumer")
    private String stateKey;

    @UriParam(label = "consumer", defaultValue = "now")
    private String startFrom = "now";

    @UriParam(label = "consumer", defaultValue = "10s", javaType = "java.time.Duration")
    private long overlap = 10_000;

    @UriParam(label = "consumer", defaultValue = "0")
    private int maxMessagesPerPoll;

    @UriParam(label = "consumer")
    private boolean reread;

    @UriParam(label = "consumer")
    private boolean deletions;

    @UriParam(label = "consumer", defaultValue = "true")
    private boolean eachRecord = true;

    @UriParam(label = "consumer,webhook,security", secret = true)
    private String webhookVerifyToken;

    @UriParam(label = "consumer,webhook", defaultValue = DEFAULT_SECRET_HEADER)
    private String webhookSecretHeader = DEFAULT_SECRET_HEADER;

    @UriParam(label = "consumer,webhook", defaultValue = "1048576")
    private int webhookMaxBodySize = 1024 * 1024;

    /** A configuration of its own with the same values. */
    public FreshsalesConfiguration copy() {
        try {
            return (FreshsalesConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getDomain() {
        return domain;
    }

    /**
     * The account: the address beside the API key in Freshsales (acme.myfreshworks.com/crm/sales), an address copied from
     * the browser, acme.freshsales.io for a Classic account, or a plain account name.
     */
    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getApiKey() {
        return apiKey;
    }

    /**
     * The API key of a user of the account, from Settings, API Settings in Freshsales. Calls have the rights of that
     * user. In a URI, write a key with a plus sign or a percent sign as RAW(...).
     */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getTrustedHosts() {
        return trustedHosts;
    }

    /**
     * More hosts that may get the key, over https, separated by commas; a leading star stands for any sub-domain. By
     * default these are the sub-domains of myfreshworks.com, freshworks.com and freshsales.io, and the local machine.
     */
    public void setTrustedHosts(String trustedHosts) {
        this.trustedHosts = trustedHosts;
    }

    public String getResourceType() {
        return resourceType;
    }

    /**
     * The kind of record: contacts, sales_accounts (or accounts), deals, leads, tasks, appointments, notes,
     * sales_activities, phone_calls, products, cpq_documents, lists, documents, document_links, a custom module such as
     * cm_project, or any other word, which becomes the path as it is.
     */
    public void setResourceType(String resourceType) {
        this.resourceType = resourceType;
    }

    public String getRecordId() {
        return recordId;
    }

    /** The id of the record. */
    public void setRecordId(String recordId) {
        this.recordId = recordId;
    }

    public Wrap getWrap() {
        return wrap;
    }

    /**
     * Whether to put a record under the key of its resource, such as contact for contacts: auto if it is not there yet,
     * always, or never.
     */
    public void setWrap(Wrap wrap) {
        this.wrap = wrap;
    }

    public Nulls getNulls() {
        return nulls;
    }

    /** Whether to send fields that are null, which clears them in Freshsales, or to omit them. */
    public void setNulls(Nulls nulls) {
        this.nulls = nulls;
    }

    public boolean isNestCustomFields() {
        return nestCustomFields;
    }

    /** Whether to move cf_ fields at the top of a record into custom_field, as Freshsales expects them. */
    public void setNestCustomFields(boolean nestCustomFields) {
        this.nestCustomFields = nestCustomFields;
    }

    public Map<String, Object> getFieldMapping() {
        return fieldMapping;
    }

    /**
     * Renames the fields of each record, before any other option applies, as in field.Vorname=first_name. An empty name
     * removes the field; dots in the source reach into nested objects.
     */
    public void setFieldMapping(Map<String, Object> fieldMapping) {
        this.fieldMapping = fieldMapping;
    }

    public boolean isResolveNames() {
        return resolveNames;
    }

    /**
     * Whether records of create, update, upsert and bulkUpsert can contain labels instead of field names, names instead
     * of ids (an owner, a lead source, a deal stage), and choices in upper or lower case. A name that does not exist or
     * is not unique fails the record. The component keeps the fields and names of the account for metadataTtl.
     */
    public void setResolveNames(boolean resolveNames) {
        this.resolveNames = resolveNames;
    }

    public RecordCheck getValidateRecords() {
        return validateRecords;
    }

    /**
     * Whether to compare the records of create, update, upsert and bulkUpsert with the fields of the account before
     * sending them: off; warn, which logs the names of the fields that do not fit and sets the header
     * CamelFreshsalesWarnings; or fail.
     */
    public void setValidateRecords(RecordCheck validateRecords) {
        this.validateRecords = validateRecords;
    }

    public RecordCheck getVerifyStored() {
        return verifyStored;
    }

    /**
     * Whether to compare the response to create, update and upsert with the record that was sent, since Freshsales
     * silently drops values that it does not accept: off; warn, which logs the names of the fields and sets the header
     * CamelFreshsalesUnstoredFields; or fail. The response to a bulk call does not contain the records, so it cannot be
     * verified.
     */
    public void setVerifyStored(RecordCheck verifyStored) {
        this.verifyStored = verifyStored;
    }

    public ContentFormat getContentFormat() {
        return contentFormat;
    }

    /** How to serialize the request body. */
    public void setContentFormat(ContentFormat contentFormat) {
        this.contentFormat = contentFormat;
    }

    public String getContentType() {
        return contentType;
    }

    /** The media type of the request body, instead of the one of the content format. */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getMethod() {
        return method;
    }

    /** The HTTP method of the operation request. By default POST if there is a body, otherwise GET. */
    public void setMethod(String method) {
        this.method = method;
    }

    public String getRepeatable() {
        return repeatable;
    }

    /**
     * Whether the operation request is safe to retry if its outcome is unknown. By default true for GET, HEAD, PUT,
     * DELETE and OPTIONS, and false for POST and PATCH.
     */
    public void setRepeatable(String repeatable) {
        this.repeatable = repeatable;
    }

    public String getPath() {
        return path;
    }

    /**
     * The path of the operation request, relative to the API root (contacts/view/12), or a complete address on the
     * account's own host.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public Map<String, Object> getHttpHeaders() {
        return httpHeaders;
    }

    /**
     * Custom request headers for any operation, except Authorization and Host. Put a secret value into a bean
     * (httpHeaders=#bean:name), since logs show the text of a URI.
     */
    public void setHttpHeaders(Map<String, Object> httpHeaders) {
        this.httpHeaders = httpHeaders;
    }

    public Map<String, Object> getQueryParameters() {
        return queryParameters;
    }

    /**
     * Additional query parameters for any operation. A value that is a list sends the parameter once for each element.
     */
    public void setQueryParameters(Map<String, Object> queryParameters) {
        this.queryParameters = queryParameters;
    }

    public boolean isStopOnRecordError() {
        return stopOnRecordError;
    }

    /**
     * With many records in the body: whether the first record that fails ends the call with an exception, which has the
     * results so far. Otherwise the component sends the other records too, and the failure is in the result of the
     * record.
     */
    public void setStopOnRecordError(boolean stopOnRecordError) {
        this.stopOnRecordError = stopOnRecordError;
    }

    public ResultMode getResultMode() {
        return resultMode;
    }

    /**
     * With many records in the body: whether the new body is a list of results, one for each record, or a summary with
     * the counts and the failures.
     */
    public void setResultMode(ResultMode resultMode) {
        this.resultMode = resultMode;
    }

    public OutputFormat getOutputFormat() {
        return outputFormat;
    }

    /**
     * The form of the new body: map (a Map in the order of the response, ids as Long, decimals as BigDecimal), json
     * (text), pojo (an object of the class in outputType) or raw (the unchanged bytes of the response).
     */
    public void setOutputFormat(OutputFormat outputFormat) {
        this.outputFormat = outputFormat;
    }

    public Class<?> getOutputType() {
        return outputType;
    }

    /** The class of the new body for the output format pojo. Jackson creates it. */
    public void setOutputType(Class<?> outputType) {
        this.outputType = outputType;
    }

    public boolean isUnwrap() {
        return unwrap;
    }

    /**
     * Whether to take the record out of the key of its resource. Other top-level entries of the response go to the header
     * CamelFreshsalesSideloads.
     */
    public void setUnwrap(boolean unwrap) {
        this.unwrap = unwrap;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether to build the request without sending it: the new body is a Map with method, url, headers and body. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public String getUniqueIdentifier() {
        return uniqueIdentifier;
    }

    /**
     * The field that an upsert matches on: by default emails for contacts and leads, name for accounts, id for deals; or
     * any other field that is unique in Freshsales, such as external_id or a custom field. The component takes its value
     * from each record.
     */
    public void setUniqueIdentifier(String uniqueIdentifier) {
        this.uniqueIdentifier = uniqueIdentifier;
    }

    public String getTargetType() {
        return targetType;
    }

    /** For upload: the kind of record that gets the file: Contact, SalesAccount, Deal or Product. */
    public void setTargetType(String targetType) {
        this.targetType = targetType;
    }

    public String getTargetId() {
        return targetId;
    }

    /** For upload: the id of the record that gets the file. */
    public void setTargetId(String targetId) {
        this.targetId = targetId;
    }

    public String getFileName() {
        return fileName;
    }

    /** For upload: the name of the file. By default the name of the File or of the attachment. */
    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public boolean isShared() {
        return shared;
    }

    /** For upload: whether to share the file with everybody in the account. */
    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public String getInclude() {
        return include;
    }

    /**
     * Related data to load with the records, separated by commas, such as owner or sales_accounts. It goes to the header
     * CamelFreshsalesSideloads.
     */
    public void setInclude(String include) {
        this.include = include;
    }

    public String getViewId() {
        return viewId;
    }

    /** For list: the id of the view. Ids differ between accounts. */
    public void setViewId(String viewId) {
        this.viewId = viewId;
    }

    public String getViewName() {
        return viewName;
    }

    /**
     * For list: the exact name of the view, in the language of the account. Without a view, the operation lists the
     * default view of the account.
     */
    public void setViewName(String viewName) {
        this.viewName = viewName;
    }

    public String getFilter() {
        return filter;
    }

    /**
     * For list: the named filter of tasks (open, due_today, due_tomorrow, overdue, completed; by default open) or of
     * appointments (upcoming, past; by default upcoming).
     */
    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getListId() {
        return listId;
    }

    /** The marketing list, for list (to read its members) and for the operations on marketing lists. */
    public void setListId(String listId) {
        this.listId = listId;
    }

    public String getFromListId() {
        return fromListId;
    }

    /** For moveToList: the marketing list to move contacts from. */
    public void setFromListId(String fromListId) {
        this.fromListId = fromListId;
    }

    public boolean isAllMembers() {
        return allMembers;
    }

    /** For removeFromList and moveToList: whether to take all members instead of the ids in the body. */
    public void setAllMembers(boolean allMembers) {
        this.allMembers = allMembers;
    }

    public String getQuery() {
        return query;
    }

    /** For search and lookup: the text to search for. */
    public void setQuery(String query) {
        this.query = query;
    }

    public String getSearchField() {
        return searchField;
    }

    /** For lookup: the field to compare, such as email, name, mobile_number or a custom field. */
    public void setSearchField(String searchField) {
        this.searchField = searchField;
    }

    public String getEntities() {
        return entities;
    }

    /**
     * For search and lookup: the kinds of records to search, separated by commas: contact, sales_account, deal, user,
     * lead, or a custom module.
     */
    public void setEntities(String entities) {
        this.entities = entities;
    }

    public String getSort() {
        return sort;
    }

    /** The field to sort by, such as updated_at. */
    public void setSort(String sort) {
        this.sort = sort;
    }

    public SortType getSortType() {
        return sortType;
    }

    /** The direction to sort in. */
    public void setSortType(SortType sortType) {
        this.sortType = sortType;
    }

    public int getPage() {
        return page;
    }

    /** The number of the first page. */
    public void setPage(int page) {
        this.page = page;
    }

    public int getPerPage() {
        return perPage;
    }

    /** The number of records on a page, 1 to 100. */
    public void setPerPage(int perPage) {
        this.perPage = perPage;
    }

    public Fetch getFetch() {
        return fetch;
    }

    /**
     * How much to fetch: page (one page as a List), all (every page in one List) or stream (an Iterator that fetches page
     * by page and keeps one page in memory).
     */
    public void setFetch(Fetch fetch) {
        this.fetch = fetch;
    }

    public long getMaxRecords() {
        return maxRecords;
    }

    /** The most records to fetch; 0 means all. The component fetches no page beyond them. */
    public void setMaxRecords(long maxRecords) {
        this.maxRecords = maxRecords;
    }

    public String getRelation() {
        return relation;
    }

    /**
     * For related: what to read of the record: notes, contacts, activities, document_associations, timeline_feeds,
     * related_products.
     */
    public void setRelation(String relation) {
        this.relation = relation;
    }

    public String getSelectorName() {
        return selectorName;
    }

    /** For selector: its name, such as owners, territories, deal_stages, currencies or lead_sources. */
    public void setSelectorName(String selectorName) {
        this.selectorName = selectorName;
    }

    public long getMetadataTtl() {
        return metadataTtl;
    }

    /** How long to keep views, fields and selectors in memory before reading them again. 0 means not to keep them. */
    public void setMetadataTtl(long metadataTtl) {
        this.metadataTtl = metadataTtl;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /**
     * How often at most to retry a request after a temporary failure: 3 means up to 4 requests. A request that Freshsales
     * may have carried out is retried only if a second one does no harm.
     */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    /**
     * The wait before the first retry. It doubles with each further retry, less a random part. If a response asks for a
     * wait, the component waits that long instead.
     */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** The longest wait before a retry, unless a response asks for a longer one. */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public boolean isBatchMode() {
        return batchMode;
    }

    /**
     * With many records in the body of create, update, upsert or delete: whether to send them in bulk calls of batchSize
     * records instead of one call for each record. Contacts, accounts and deals have bulk calls.
     */
    public void setBatchMode(boolean batchMode) {
        this.batchMode = batchMode;
    }

    public int getBatchSize() {
        return batchSize;
    }

    /** The number of records in a bulk call, 1 to 100. */
    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public boolean isWaitForJob() {
        return waitForJob;
    }

    /**
     * Whether a bulk call waits for the end of its job and returns a result for each record. Otherwise the new body is
     * the jobs, for jobStatus to check.
     */
    public void setWaitForJob(boolean waitForJob) {
        this.waitForJob = waitForJob;
    }

    public String getJobId() {
        return jobId;
    }

    /** For jobStatus: the id of the job. */
    public void setJobId(String jobId) {
        this.jobId = jobId;
    }

    public String getOwnerId() {
        return ownerId;
    }

    /** For bulkAssignOwner: the id of the new owner. */
    public void setOwnerId(String ownerId) {
        this.ownerId = ownerId;
    }

    public long getJobPollInterval() {
        return jobPollInterval;
    }

    /**
     * The longest time between the start of a job and its first status check. Once the component has learned how long the
     * jobs of the account take, it checks each job when it is likely to be done.
     */
    public void setJobPollInterval(long jobPollInterval) {
        this.jobPollInterval = jobPollInterval;
    }

    public long getJobTimeout() {
        return jobTimeout;
    }

    /** The longest wait for the end of a job. After it, the outcome of its records is unknown. */
    public void setJobTimeout(long jobTimeout) {
        this.jobTimeout = jobTimeout;
    }

    public int getJobsInFlight() {
        return jobsInFlight;
    }

    /** How many jobs can be under way while the component sends further records. */
    public void setJobsInFlight(int jobsInFlight) {
        this.jobsInFlight = jobsInFlight;
    }

    public boolean isSkipUnchanged() {
        return skipUnchanged;
    }

    /**
     * For upsert and bulkUpsert: whether to leave out records that have not changed since they were last sent. This makes
     * no calls, so the component does not notice if somebody has changed or deleted the record in Freshsales. Needs the
     * option sentRepository.
     */
    public void setSkipUnchanged(boolean skipUnchanged) {
        this.skipUnchanged = skipUnchanged;
    }

    public StateRepository<String, String> getSentRepository() {
        return sentRepository;
    }

    /**
     * For upsert and bulkUpsert: where to keep a digest of each record that Freshsales has confirmed, even while
     * skipUnchanged is off. Use any StateRepository of Camel; the JdbcStateRepository of this component reads and writes
     * all records of a bulk call at once. The repository contains no record and no readable identifier.
     */
    public void setSentRepository(StateRepository<String, String> sentRepository) {
        this.sentRepository = sentRepository;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    /**
     * Where the consumer keeps its cursor: any StateRepository of Camel, such as the FolderStateRepository of this
     * component. By default it is in memory, and after a restart the consumer begins at startFrom again.
     */
    public void setStateRepository(StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public String getStateKey() {
        return stateKey;
    }

    /**
     * The key of this consumer in the state repository. By default it consists of the account, the resource and the id of
     * the route, so set the id of the route, or this key.
     */
    public void setStateKey(String stateKey) {
        this.stateKey = stateKey;
    }

    public String getStartFrom() {
        return startFrom;
    }

    /**
     * Where the consumer begins if the state repository has no cursor: now, beginning (every record of the account), or
     * an instant such as 2026-03-05T00:00:00Z.
     */
    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public long getOverlap() {
        return overlap;
    }

    /**
     * How long after a change a record may still be missing in a search. The next poll reads changes younger than this
     * again, but does not deliver a change twice.
     */
    public void setOverlap(long overlap) {
        this.overlap = overlap;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** The most exchanges in a poll; the next poll continues after them. 0 means no limit. */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public boolean isReread() {
        return reread;
    }

    /**
     * Whether to read each changed record by its id, with one call each. Use it for accounts whose search returns rows
     * without custom fields and without the ids of owner and stage.
     */
    public void setReread(boolean reread) {
        this.reread = reread;
    }

    public boolean isDeletions() {
        return deletions;
    }

    /**
     * Whether to deliver also records that were moved to the recycle bin, with a second call in each poll. The API does
     * not show records that were deleted permanently.
     */
    public void setDeletions(boolean deletions) {
        this.deletions = deletions;
    }

    public boolean isEachRecord() {
        return eachRecord;
    }

    /** Whether each changed record is an exchange; otherwise each page is an exchange, and its body is a List. */
    public void setEachRecord(boolean eachRecord) {
        this.eachRecord = eachRecord;
    }

    public String getWebhookVerifyToken() {
        return webhookVerifyToken;
    }

    /**
     * The secret that a workflow of Freshsales must send, in the header webhookSecretHeader, to reach a route that starts
     * with webhook:freshsales:changes. It has at least 16 ASCII letters, digits and punctuation marks.
     */
    public void setWebhookVerifyToken(String webhookVerifyToken) {
        this.webhookVerifyToken = webhookVerifyToken;
    }

    public String getWebhookSecretHeader() {
        return webhookSecretHeader;
    }

    /** The header in which the workflow sends the webhookVerifyToken. */
    public void setWebhookSecretHeader(String webhookSecretHeader) {
        this.webhookSecretHeader = webhookSecretHeader;
    }

    public int getWebhookMaxBodySize() {
        return webhookMaxBodySize;
    }

    /** The largest body to accept from a workflow, in bytes. A larger one gets 413. */
    public void setWebhookMaxBodySize(int webhookMaxBodySize) {
        this.webhookMaxBodySize = webhookMaxBodySize;
    }
}
